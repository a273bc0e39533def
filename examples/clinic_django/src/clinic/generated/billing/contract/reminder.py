# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The reminder: its data, its shapes, and what may be asked of it."""

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


@dataclass(slots=True)
class Reminder:
    """A letter that asks for what is overdue; each goes back to the one before."""

    id: UUID
    invoice: int
    follows: UUID | None
    fee: Decimal
    sent_on: dt.date
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class ReminderCreate(Shape):
    """What makes a new reminder."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    follows: (
        Annotated[UUID, values.Identifier(), values.Refers("billing.Reminder")] | None
    ) = None
    fee: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))] = Decimal("0.00")
    sent_on: Annotated[dt.date, values.Day()] = pydantic.Field(
        default_factory=lambda: identifiers.now().date()
    )


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class ReminderPatch(TypedDict, total=False):
    """What may change of the reminder; what is absent stays as it is."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    follows: (
        Annotated[UUID, values.Identifier(), values.Refers("billing.Reminder")] | None
    )
    fee: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]
    sent_on: Annotated[dt.date, values.Day()]


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "invoice": queries.Queryable(values.Whole(), queries.EQUALITY, sorts=True),
    "follows": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "fee": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "sent_on": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
