# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the order is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

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


class OrderRow(Base):
    """A row of shop_order."""

    __tablename__ = "shop_order"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
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

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    customer_id: Mapped[UUID] = mapped_column(columns.Uuid)
    total: Mapped[Decimal] = mapped_column(columns.Exact(12, 2))
    channel: Mapped[Channel] = mapped_column(
        columns.Choice(Channel, 5), server_default="web"
    )
    tags: Mapped[list[str]] = mapped_column(columns.Items())
    note: Mapped[str | None] = mapped_column(columns.Text())
    placed_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    state: Mapped[OrderState] = mapped_column(columns.Choice(OrderState, 9))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    customer: Mapped["CustomerRow"] = relationship(
        back_populates="orders", lazy="raise_on_sql"
    )
    lines: Mapped[list["OrderLineRow"]] = relationship(
        back_populates="order", lazy="raise_on_sql", passive_deletes="all"
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

    async def approve(
        self,
        key: UUID,
        fields: OrderApprove | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.OrderApproveEvent:
        """Move it from created to approved."""
        move = TRANSITIONS["approve"]
        given = fields or OrderApprove()
        source, moment = await self._move(key, move, given, if_match)
        event = events.OrderApproveEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def ship(
        self, key: UUID, fields: OrderShip, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderShipEvent:
        """Move it from approved to shipped."""
        move = TRANSITIONS["ship"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.OrderShipEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def cancel(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderCancelEvent:
        """Move it from created or approved to cancelled."""
        move = TRANSITIONS["cancel"]
        source, moment = await self._move(key, move, None, if_match)
        event = events.OrderCancelEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        await self._work.emit(event)
        return event
