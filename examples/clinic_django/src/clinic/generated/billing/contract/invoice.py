# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The invoice: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...clinic.contract.types import PersonName
from ...contract import queries, transitions, values
from ...contract.bodies import Shape
from .types import PolicyKey


class InvoiceState(StrEnum):
    """Where the invoice stands."""

    DRAFT = "draft"
    SENT = "sent"
    DISPUTED = "disputed"
    PAID = "paid"
    WRITTEN_OFF = "written-off"


@dataclass(slots=True)
class Invoice:
    """What is asked for one visit. A handler drafts it as soon as the visit is signed."""

    number: int
    visit: UUID
    policy: PolicyKey | None
    recipient: PersonName
    drawn_up_on: dt.date
    total: Decimal
    due_on: dt.date | None
    paid_at: dt.datetime | None
    state: InvoiceState
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class InvoiceCreate(Shape):
    """What makes a new invoice."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    policy: Annotated[PolicyKey, values.Refers("billing.Policy")] | None = None
    recipient: PersonName
    total: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))] = Decimal("0.00")


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class InvoicePatch(TypedDict, total=False):
    """What may change of the invoice; what is absent stays as it is."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    policy: Annotated[PolicyKey, values.Refers("billing.Policy")] | None
    recipient: Annotated[PersonName | Mapping[str, Any], values.Members()]
    total: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


class InvoiceSend(Shape):
    """What the transition send takes."""

    due_on: Annotated[dt.date, values.Day()]


class InvoiceDispute(Shape):
    """What the transition dispute takes."""

    claim: Annotated[str, values.Text(longest=500)]


class InvoiceResend(Shape):
    """What the transition resend takes."""

    due_on: Annotated[dt.date, values.Day()]


class InvoiceSettle(Shape):
    """What the transition settle takes."""

    paid_at: Annotated[dt.datetime, values.Instant()]


class InvoiceWriteOff(Shape):
    """What the transition write_off takes."""

    reason: Annotated[str, values.Text(longest=255)]


KEY: Mapping[str, values.Reader] = {
    "number": values.Whole(),
}
QUERYABLE: queries.Fields = {
    "number": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "visit": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "policy": queries.Queryable(
        values.Compound(PolicyKey), queries.EQUALITY, in_query_string=False
    ),
    "recipient": queries.Queryable(values.Anything(), queries.NULL),
    "drawn_up_on": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "total": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "due_on": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "paid_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "state": queries.Queryable(
        values.Choice(InvoiceState), queries.EQUALITY, sorts=True
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
TRANSITIONS = {
    "send": transitions.Transition("send", (InvoiceState.DRAFT,), InvoiceState.SENT),
    "dispute": transitions.Transition(
        "dispute", (InvoiceState.SENT,), InvoiceState.DISPUTED
    ),
    "resend": transitions.Transition(
        "resend", (InvoiceState.DISPUTED,), InvoiceState.SENT
    ),
    "settle": transitions.Transition(
        "settle", (InvoiceState.SENT, InvoiceState.DISPUTED), InvoiceState.PAID
    ),
    "write_off": transitions.Transition(
        "write_off",
        (InvoiceState.SENT, InvoiceState.DISPUTED),
        InvoiceState.WRITTEN_OFF,
    ),
}
