# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the customer is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlmodel import Field, Relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.customer import KEY, QUERYABLE, Customer, CustomerCreate, CustomerPatch
from ..contract.types import Address

if TYPE_CHECKING:
    from .order import OrderRow


class CustomerRow(Base, table=True):
    """A row of shop_customer."""

    __tablename__ = "shop_customer"
    __table_args__ = (sa.UniqueConstraint("email", name="uq_shop_customer_email"),)

    id: UUID = Field(sa_type=columns.Uuid, primary_key=True)
    email: str = Field(sa_type=columns.Text(254))
    name: str = Field(sa_type=columns.Text(120))
    address: Address | None = Field(default=None, sa_type=columns.Packed(Address))
    row_version: int = Field(sa_type=sa.BigInteger())
    created_at: dt.datetime = Field(sa_type=columns.Instant())
    updated_at: dt.datetime = Field(sa_type=columns.Instant())

    orders: list["OrderRow"] = Relationship(
        back_populates="customer",
        passive_deletes="all",
        sa_relationship_kwargs={"lazy": "raise_on_sql"},
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
