# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the order is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from ...contract import identifiers
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import events
from ..contract import order as contract
from ..contract.order import OrderApprove, OrderShip
from ..contract.types import Channel


class Order(models.Model):
    """Goods that a customer has asked for."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    customer = models.ForeignKey(
        "shop.Customer",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="orders",
    )
    total = columns.Exact(max_digits=12, decimal_places=2)
    channel = columns.Choice(Channel, db_default="web")
    tags = columns.Items()
    note = columns.Text(null=True, blank=True)
    placed_at = columns.Instant(default=identifiers.now)
    state = columns.Choice(contract.OrderState, default="created")
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "shop_order"
        verbose_name = "order"
        verbose_name_plural = "orders"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_shop_order_customer",
                columns=("customer_id",),
                table="shop_customer",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            models.UniqueConstraint(
                fields=("customer", "placed_at"),
                name="uq_shop_order_customer_placed_at",
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=["web", "phone", "store"]),
                name="ck_shop_order_channel",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["created", "approved", "shipped", "cancelled"]
                ),
                name="ck_shop_order_state",
            ),
        )
        indexes = (
            columns.Index(fields=("placed_at", "id"), name="ix_shop_order_placed_at"),
            columns.Index(fields=("state", "id"), name="ix_shop_order_state"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Order:
    return contract.Order(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "placed_at": moment,
        "state": contract.OrderState.CREATED,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class OrderRepository(
    Repository[contract.Order, UUID, contract.OrderCreate, contract.OrderPatch]
):
    """The order, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.Order",
        title="order",
        model=Order,
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
        queryable=contract.QUERYABLE,
        shape=contract.OrderCreate,
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
        move = contract.TRANSITIONS["approve"]
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
        move = contract.TRANSITIONS["ship"]
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
        move = contract.TRANSITIONS["cancel"]
        source, moment = self._move(key, move, None, if_match)
        event = events.OrderCancelEvent(
            order=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        self._work.emit(event)
        return event
