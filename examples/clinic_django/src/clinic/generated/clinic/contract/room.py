# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The room: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import RoomKind


@dataclass(slots=True)
class Room:
    """Room."""

    department: str
    number: int
    kind: RoomKind
    area: float | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class RoomCreate(Shape):
    """What makes a new room."""

    department: Annotated[
        str,
        values.KeyText(longest=8, pattern="^[A-Z]+$"),
        values.Refers("clinic.Department"),
    ]
    number: Annotated[int, values.Whole(1, 32767)]
    kind: Annotated[RoomKind, values.Choice(RoomKind)] = RoomKind.CONSULTING
    area: (
        Annotated[
            float,
            values.Real(
                low=-3.4028234663852886e38, high=3.4028234663852886e38, above=0.0
            ),
        ]
        | None
    ) = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class RoomPatch(TypedDict, total=False):
    """What may change of the room; what is absent stays as it is."""

    kind: Annotated[RoomKind, values.Choice(RoomKind)]
    area: (
        Annotated[
            float,
            values.Real(
                low=-3.4028234663852886e38, high=3.4028234663852886e38, above=0.0
            ),
        ]
        | None
    )


KEY: Mapping[str, values.Reader] = {
    "department": values.KeyText(longest=8, pattern="^[A-Z]+$"),
    "number": values.Whole(1, 32767),
}
QUERYABLE: queries.Fields = {
    "department": queries.Queryable(
        values.KeyText(longest=8, pattern="^[A-Z]+$"), queries.EQUALITY, sorts=True
    ),
    "number": queries.Queryable(
        values.Whole(-32768, 32767), queries.ORDERED, sorts=True
    ),
    "kind": queries.Queryable(values.Choice(RoomKind), queries.EQUALITY, sorts=True),
    "area": queries.Queryable(
        values.Real(low=-3.4028234663852886e38, high=3.4028234663852886e38),
        queries.ORDERED,
        sorts=True,
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
