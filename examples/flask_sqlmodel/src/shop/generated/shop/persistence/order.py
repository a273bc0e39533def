# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the order is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, Relationship

from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract import events
from ..contract.order import (
    KEY,
    QUERYABLE,
    TRANSITIONS,
    Order,
    OrderApprove,
    OrderCreate,
    OrderPatch,
    OrderShip,
    OrderState,
)
from ..contract.types import Channel

if TYPE_CHECKING:
    from .customer import CustomerRow
    from .order_line import OrderLineRow


class OrderRow(Base, table=True):
    """A row of shop_order."""

    __tablename__ = "shop_order"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["shop_customer.id"],
            name="fk_shop_order_customer",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint(
            "customer_id", "placed_at", name="uq_shop_order_customer_placed_at"
        ),
        sa.CheckConstraint(
            sa.column("channel").in_(["web", "phone", "store"]),
            name="ck_shop_order_channel",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(["created", "approved", "shipped", "cancelled"]),
            name="ck_shop_order_state",
        ),
        sa.Index("ix_shop_order_placed_at", "placed_at", "id"),
        sa.Index("ix_shop_order_state", "state", "id"),
    )

    id: UUID = Field(sa_type=columns.Uuid, primary_key=True)
    customer_id: UUID = Field(sa_type=columns.Uuid)
    total: Decimal = Field(sa_type=columns.Exact(12, 2))
    channel: Channel = Field(
        sa_type=columns.Choice(Channel, 5), sa_column_kwargs={"server_default": "web"}
    )
    tags: list[str] = Field(sa_type=columns.Items())
    note: str | None = Field(default=None, sa_type=columns.Text())
    placed_at: dt.datetime = Field(sa_type=columns.Instant())
    state: OrderState = Field(sa_type=columns.Choice(OrderState, 9))
    row_version: int = Field(sa_type=sa.BigInteger())
    created_at: dt.datetime = Field(sa_type=columns.Instant())
    updated_at: dt.datetime = Field(sa_type=columns.Instant())

    customer: "CustomerRow" = Relationship(
        back_populates="orders", sa_relationship_kwargs={"lazy": "raise_on_sql"}
    )
    lines: list["OrderLineRow"] = Relationship(
        back_populates="order",
        passive_deletes="all",
        sa_relationship_kwargs={"lazy": "raise_on_sql"},
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Order:
    return Order(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "placed_at": moment,
        "state": OrderState.CREATED,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class OrderRepository(Repository[Order, UUID, OrderCreate, OrderPatch]):
    """The order, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.Order",
        title="order",
        table=table_of(OrderRow),
        fields={
            "id": ("id",),
            "customer": ("customer_id",),
            "total": ("total",),
            "channel": ("channel",),
            "tags": ("tags",),
            "note": ("note",),
            "placed_at": ("placed_at",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=OrderCreate,
        read=_read,
        made=_made,
    )

    def approve(
        self,
        key: UUID,
        fields: OrderApprove | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.OrderApproveEvent:
        """Move it from created to approved."""
        move = TRANSITIONS["approve"]
        given = fields or OrderApprove()
        source, moment = self._move(key, move, given, if_match)
        event = events.OrderApproveEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def ship(
        self, key: UUID, fields: OrderShip, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderShipEvent:
        """Move it from approved to shipped."""
        move = TRANSITIONS["ship"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.OrderShipEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def cancel(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderCancelEvent:
        """Move it from created or approved to cancelled."""
        move = TRANSITIONS["cancel"]
        source, moment = self._move(key, move, None, if_match)
        event = events.OrderCancelEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        self._work.emit(event)
        return event
