# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The payment: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, values
from ...contract.bodies import Shape
from .types import Method


@dataclass(slots=True)
class Payment:
    """Money that has come in."""

    id: UUID
    invoice: int
    amount: Decimal
    method: Method
    received_at: dt.datetime
    reference: str | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PaymentCreate(Shape):
    """What makes a new payment."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    amount: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]
    method: Annotated[Method, values.Choice(Method)] = Method.TRANSFER
    received_at: Annotated[dt.datetime, values.Instant()] = pydantic.Field(
        default_factory=identifiers.now
    )
    reference: Annotated[str, values.Text(longest=140)] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PaymentPatch(TypedDict, total=False):
    """What may change of the payment; what is absent stays as it is."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    amount: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]
    method: Annotated[Method, values.Choice(Method)]
    received_at: Annotated[dt.datetime, values.Instant()]
    reference: Annotated[str, values.Text(longest=140)] | None


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "invoice": queries.Queryable(values.Whole(), queries.EQUALITY, sorts=True),
    "amount": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "method": queries.Queryable(values.Choice(Method), queries.EQUALITY, sorts=True),
    "received_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "reference": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
