# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The duty: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import RoomKey, Weekday


@dataclass(slots=True)
class Duty:
    """When a practitioner regularly sees patients."""

    practitioner: UUID
    weekday: Weekday
    from_: Annotated[dt.time, pydantic.Field(serialization_alias="from")]
    to: dt.time
    slot: Annotated[dt.timedelta, values.SpanText]
    room: RoomKey | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class DutyCreate(Shape):
    """What makes a new duty."""

    practitioner: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    weekday: Annotated[Weekday, values.Choice(Weekday)]
    from_: Annotated[dt.time, values.TimeOfDay(), pydantic.Field(alias="from")]
    to: Annotated[dt.time, values.TimeOfDay()]
    slot: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("PT20M")
    )
    room: Annotated[RoomKey, values.Refers("clinic.Room")] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class DutyPatch(TypedDict, total=False):
    """What may change of the duty; what is absent stays as it is."""

    to: Annotated[dt.time, values.TimeOfDay()]
    slot: Annotated[dt.timedelta, values.Span()]
    room: Annotated[RoomKey, values.Refers("clinic.Room")] | None


KEY: Mapping[str, values.Reader] = {
    "practitioner": values.Identifier(),
    "weekday": values.Choice(Weekday),
    "from": values.TimeOfDay(),
}
QUERYABLE: queries.Fields = {
    "practitioner": queries.Queryable(
        values.Identifier(), queries.EQUALITY, sorts=True
    ),
    "weekday": queries.Queryable(values.Choice(Weekday), queries.EQUALITY, sorts=True),
    "from": queries.Queryable(values.TimeOfDay(), queries.ORDERED, sorts=True),
    "to": queries.Queryable(values.TimeOfDay(), queries.ORDERED, sorts=True),
    "slot": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "room": queries.Queryable(
        values.Compound(RoomKey), queries.EQUALITY, in_query_string=False
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
