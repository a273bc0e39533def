# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The visit: its data, its shapes, and what may be asked of it."""

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
from .types import Vitals


class VisitState(StrEnum):
    """Where the visit stands."""

    OPEN = "open"
    SIGNED = "signed"
    AMENDED = "amended"


@dataclass(slots=True)
class Visit:
    """What happened at an appointment. Signed, it is a document; it is amended, never rewritten."""

    id: UUID
    appointment: UUID
    vitals: Vitals | None
    history: str | None
    findings: Any | None
    treatments: list[str]
    spirometry: list[list[float]] | None
    signed_by: UUID | None
    signed_at: dt.datetime | None
    amendment: str | None
    state: VisitState
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class VisitCreate(Shape):
    """What makes a new visit."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    vitals: Vitals | None = None
    history: Annotated[str, values.Text()] | None = None
    findings: Annotated[Any, values.Anything()] | None = None
    treatments: list[
        Annotated[str, values.KeyText(longest=12), values.Refers("clinic.Treatment")]
    ] = pydantic.Field(default_factory=list)
    spirometry: list[list[Annotated[float, values.Real()]]] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class VisitPatch(TypedDict, total=False):
    """What may change of the visit; what is absent stays as it is."""

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    vitals: Annotated[Vitals | Mapping[str, Any], values.Members()] | None
    history: Annotated[str, values.Text()] | None
    findings: Annotated[Any, values.Anything()] | None
    treatments: list[
        Annotated[str, values.KeyText(longest=12), values.Refers("clinic.Treatment")]
    ]
    spirometry: list[list[Annotated[float, values.Real()]]] | None


class VisitSign(Shape):
    """What the transition sign takes."""

    signed_by: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    signed_at: Annotated[dt.datetime, values.Instant()]


class VisitAmend(Shape):
    """What the transition amend takes."""

    amendment: Annotated[str, values.Text(longest=500)]


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "appointment": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "vitals": queries.Queryable(values.Anything(), queries.NULL),
    "history": queries.Queryable(values.Text(), queries.TEXT),
    "findings": queries.Queryable(values.Anything(), queries.NULL),
    "treatments": queries.Queryable(values.KeyText(longest=12), queries.MEMBER),
    "spirometry": queries.Queryable(values.Anything(), queries.NULL),
    "signed_by": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "signed_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "amendment": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "state": queries.Queryable(values.Choice(VisitState), queries.EQUALITY, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
TRANSITIONS = {
    "sign": transitions.Transition("sign", (VisitState.OPEN,), VisitState.SIGNED),
    "amend": transitions.Transition("amend", (VisitState.SIGNED,), VisitState.AMENDED),
}
