# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the customer is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.customer import KEY, QUERYABLE, Customer, CustomerCreate, CustomerPatch
from ..contract.types import Address

if TYPE_CHECKING:
    from .order import OrderRow


class CustomerRow(Base):
    """A row of shop_customer."""

    __tablename__ = "shop_customer"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email", name="uq_shop_customer_email"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    email: Mapped[str] = mapped_column(columns.Text(254))
    name: Mapped[str] = mapped_column(columns.Text(120))
    address: Mapped[Address | None] = mapped_column(columns.Packed(Address))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    orders: Mapped[list["OrderRow"]] = relationship(
        back_populates="customer", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Customer:
    return Customer(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class CustomerRepository(Repository[Customer, UUID, CustomerCreate, CustomerPatch]):
    """The customer, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.Customer",
        title="customer",
        table=table_of(CustomerRow),
        fields={
            "id": ("id",),
            "email": ("email",),
            "name": ("name",),
            "address": ("address",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=CustomerCreate,
        read=_read,
        made=_made,
        merged={
            "address": TypeAdapter(Address),
        },
    )
