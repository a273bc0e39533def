# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The appointment: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, transitions, values
from ...contract.bodies import Shape
from .types import Channel, RoomKey, Urgency


class AppointmentState(StrEnum):
    """Where the appointment stands."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    MISSED = "missed"


@dataclass(slots=True)
class Appointment:
    """A patient, a practitioner and a room at one time."""

    id: UUID
    patient: UUID
    practitioner: UUID
    room: RoomKey | None
    treatment: str
    starts_at: dt.datetime
    takes: Annotated[dt.timedelta, values.SpanText]
    urgency: Urgency
    channel: Channel
    complaint: str | None
    reminders: list[dt.datetime]
    arrived_at: dt.datetime | None
    state: AppointmentState
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class AppointmentCreate(Shape):
    """What makes a new appointment."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    patient: Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")]
    practitioner: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    room: Annotated[RoomKey, values.Refers("clinic.Room")] | None = None
    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    starts_at: Annotated[dt.datetime, values.Instant()]
    takes: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("PT20M")
    )
    urgency: Annotated[Urgency, values.Choice(Urgency)] = Urgency.ROUTINE
    channel: Annotated[Channel, values.Choice(Channel)] = Channel.DESK
    complaint: Annotated[str, values.Text(longest=500)] | None = None
    reminders: Annotated[
        list[Annotated[dt.datetime, values.Instant()]], pydantic.Field(max_length=3)
    ] = pydantic.Field(default_factory=list)


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class AppointmentPatch(TypedDict, total=False):
    """What may change of the appointment; what is absent stays as it is."""

    patient: Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")]
    practitioner: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    room: Annotated[RoomKey, values.Refers("clinic.Room")] | None
    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    starts_at: Annotated[dt.datetime, values.Instant()]
    takes: Annotated[dt.timedelta, values.Span()]
    urgency: Annotated[Urgency, values.Choice(Urgency)]
    channel: Annotated[Channel, values.Choice(Channel)]
    complaint: Annotated[str, values.Text(longest=500)] | None
    reminders: Annotated[
        list[Annotated[dt.datetime, values.Instant()]], pydantic.Field(max_length=3)
    ]


class AppointmentConfirm(Shape):
    """What the transition confirm takes."""

    room: Annotated[RoomKey, values.Refers("clinic.Room")]


class AppointmentArrive(Shape):
    """What the transition arrive takes."""

    arrived_at: Annotated[dt.datetime, values.Instant()]


class AppointmentFinish(Shape):
    """What the transition finish takes."""


class AppointmentCancel(Shape):
    """What the transition cancel takes."""

    reason: Annotated[str, values.Text(longest=255)] | None = None


class AppointmentMiss(Shape):
    """What the transition miss takes."""


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "patient": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "practitioner": queries.Queryable(
        values.Identifier(), queries.EQUALITY, sorts=True
    ),
    "room": queries.Queryable(
        values.Compound(RoomKey), queries.EQUALITY, in_query_string=False
    ),
    "treatment": queries.Queryable(
        values.KeyText(longest=12), queries.EQUALITY, sorts=True
    ),
    "starts_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "takes": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "urgency": queries.Queryable(values.Choice(Urgency), queries.EQUALITY, sorts=True),
    "channel": queries.Queryable(values.Choice(Channel), queries.EQUALITY, sorts=True),
    "complaint": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "reminders": queries.Queryable(values.Item(values.Instant()), queries.MEMBER),
    "arrived_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "state": queries.Queryable(
        values.Choice(AppointmentState), queries.EQUALITY, sorts=True
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
TRANSITIONS = {
    "confirm": transitions.Transition(
        "confirm", (AppointmentState.REQUESTED,), AppointmentState.CONFIRMED
    ),
    "arrive": transitions.Transition(
        "arrive", (AppointmentState.CONFIRMED,), AppointmentState.WAITING
    ),
    "finish": transitions.Transition(
        "finish", (AppointmentState.WAITING,), AppointmentState.DONE
    ),
    "cancel": transitions.Transition(
        "cancel",
        (AppointmentState.REQUESTED, AppointmentState.CONFIRMED),
        AppointmentState.CANCELLED,
    ),
    "miss": transitions.Transition(
        "miss", (AppointmentState.CONFIRMED,), AppointmentState.MISSED
    ),
}
