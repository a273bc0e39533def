# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the order line is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import order_line as contract
from ..contract.types import OrderLineKey


class OrderLine(models.Model):
    """Order line."""

    pk = models.CompositePrimaryKey("order_id", "number")
    order = models.ForeignKey(
        "shop.Order",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="lines",
    )
    number = models.IntegerField()
    product = columns.String(max_length=80)
    quantity = models.IntegerField()
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "shop_order_line"
        verbose_name = "order line"
        verbose_name_plural = "order lines"
        ordering = ("order_id", "number")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_shop_order_line_order",
                columns=("order_id",),
                table="shop_order",
                targets=("id",),
                on_delete="CASCADE",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.OrderLine:
    return contract.OrderLine(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class OrderLineRepository(
    Repository[
        contract.OrderLine,
        OrderLineKey,
        contract.OrderLineCreate,
        contract.OrderLinePatch,
    ],
):
    """The order line, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.OrderLine",
        title="order line",
        model=OrderLine,
        fields={
            "order": ("order_id",),
            "number": ("number",),
            "product": ("product",),
            "quantity": ("quantity",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.OrderLineCreate,
        read=_read,
        made=_made,
    )
