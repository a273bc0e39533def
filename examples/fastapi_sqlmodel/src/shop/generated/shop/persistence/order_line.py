# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the order line is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, Relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.order_line import (
    KEY,
    QUERYABLE,
    OrderLine,
    OrderLineCreate,
    OrderLinePatch,
)
from ..contract.types import OrderLineKey

if TYPE_CHECKING:
    from .order import OrderRow


class OrderLineRow(Base, table=True):
    """A row of shop_order_line."""

    __tablename__ = "shop_order_line"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["shop_order.id"],
            name="fk_shop_order_line_order",
            ondelete="CASCADE",
        ),
    )

    order_id: UUID = Field(sa_type=columns.Uuid, primary_key=True)
    number: int = Field(sa_type=sa.Integer(), primary_key=True)
    product: str = Field(sa_type=columns.Text(80))
    quantity: int = Field(sa_type=sa.Integer())
    row_version: int = Field(sa_type=sa.BigInteger())
    created_at: dt.datetime = Field(sa_type=columns.Instant())
    updated_at: dt.datetime = Field(sa_type=columns.Instant())

    order: "OrderRow" = Relationship(
        back_populates="lines", sa_relationship_kwargs={"lazy": "raise_on_sql"}
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> OrderLine:
    return OrderLine(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class OrderLineRepository(
    Repository[OrderLine, OrderLineKey, OrderLineCreate, OrderLinePatch]
):
    """The order line, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.OrderLine",
        title="order line",
        table=table_of(OrderLineRow),
        fields={
            "order": ("order_id",),
            "number": ("number",),
            "product": ("product",),
            "quantity": ("quantity",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=OrderLineCreate,
        read=_read,
        made=_made,
    )
