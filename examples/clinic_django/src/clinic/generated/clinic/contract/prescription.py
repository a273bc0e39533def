# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The prescription: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, transitions, values
from ...contract.bodies import Shape
from .types import Dose


class PrescriptionState(StrEnum):
    """Where the prescription stands."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISPENSED = "dispensed"
    WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class Prescription:
    """A substance for a patient, for a while."""

    id: UUID
    visit: UUID
    medication: str
    dose: Dose
    times: list[dt.time]
    lasts: Annotated[dt.timedelta, values.SpanText]
    refills: int
    reason: str | None
    state: PrescriptionState
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PrescriptionCreate(Shape):
    """What makes a new prescription."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    medication: Annotated[
        str,
        values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
        values.Refers("clinic.Medication"),
    ]
    dose: Dose = pydantic.Field(
        default_factory=lambda: Dose.model_validate(
            {"amount": "1.000", "unit": "tablet"}
        ),
    )
    times: Annotated[
        list[Annotated[dt.time, values.TimeOfDay()]],
        pydantic.Field(min_length=1, max_length=12),
    ]
    lasts: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("P7D")
    )
    refills: Annotated[int, values.Whole(0, 5)] = 0
    reason: Annotated[str, values.Text(longest=200)] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PrescriptionPatch(TypedDict, total=False):
    """What may change of the prescription; what is absent stays as it is."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    medication: Annotated[
        str,
        values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
        values.Refers("clinic.Medication"),
    ]
    dose: Annotated[Dose | Mapping[str, Any], values.Members()]
    times: Annotated[
        list[Annotated[dt.time, values.TimeOfDay()]],
        pydantic.Field(min_length=1, max_length=12),
    ]
    lasts: Annotated[dt.timedelta, values.Span()]
    refills: Annotated[int, values.Whole(0, 5)]
    reason: Annotated[str, values.Text(longest=200)] | None


class PrescriptionIssue(Shape):
    """What the transition issue takes."""


class PrescriptionDispense(Shape):
    """What the transition dispense takes."""

    pharmacy: Annotated[str, values.Text(longest=120)]
    batch: Annotated[str, values.Text(longest=40)] | None = None


class PrescriptionWithdraw(Shape):
    """What the transition withdraw takes."""

    reason: Annotated[str, values.Text(longest=200)]


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "visit": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "medication": queries.Queryable(
        values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
        queries.EQUALITY,
        sorts=True,
    ),
    "dose": queries.Queryable(values.Anything(), queries.NULL),
    "times": queries.Queryable(values.Item(values.TimeOfDay()), queries.MEMBER),
    "lasts": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "refills": queries.Queryable(
        values.Whole(-32768, 32767), queries.ORDERED, sorts=True
    ),
    "reason": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "state": queries.Queryable(
        values.Choice(PrescriptionState), queries.EQUALITY, sorts=True
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
TRANSITIONS = {
    "issue": transitions.Transition(
        "issue", (PrescriptionState.DRAFT,), PrescriptionState.ISSUED
    ),
    "dispense": transitions.Transition(
        "dispense", (PrescriptionState.ISSUED,), PrescriptionState.DISPENSED
    ),
    "withdraw": transitions.Transition(
        "withdraw",
        (PrescriptionState.DRAFT, PrescriptionState.ISSUED),
        PrescriptionState.WITHDRAWN,
    ),
}
