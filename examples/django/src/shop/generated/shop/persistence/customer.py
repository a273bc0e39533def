# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""How the customer is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import customer as contract
from ..contract.types import Address


class Customer(models.Model):
    """Somebody who has bought, or may."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    email = columns.String(max_length=254)
    name = columns.String(max_length=120)
    address = columns.Packed(Address, null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "shop_customer"
        verbose_name = "customer"
        verbose_name_plural = "customers"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("email",), name="uq_shop_customer_email"),
        )

    def __str__(self) -> str:
        return f"{self.name}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Customer:
    return contract.Customer(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class CustomerRepository(
    Repository[contract.Customer, UUID, contract.CustomerCreate, contract.CustomerPatch]
):
    """The customer, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="shop.Customer",
        title="customer",
        model=Customer,
        fields={
            "id": ("id",),
            "email": ("email",),
            "name": ("name",),
            "address": ("address",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.CustomerCreate,
        read=_read,
        made=_made,
        merged={
            "address": TypeAdapter(Address),
        },
    )
