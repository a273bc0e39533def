# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The diagnosis: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import Certainty


@dataclass(slots=True)
class Diagnosis:
    """Diagnosis."""

    visit: UUID
    number: int
    code: str
    text: str
    certainty: Certainty
    since: dt.date | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class DiagnosisCreate(Shape):
    """What makes a new diagnosis."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    number: Annotated[int, values.Whole(1, 32767)]
    code: Annotated[
        str, values.Text(longest=8, pattern="^[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})?$")
    ]
    text: Annotated[str, values.Text(longest=200)]
    certainty: Annotated[Certainty, values.Choice(Certainty)] = Certainty.SUSPECTED
    since: Annotated[dt.date, values.Day()] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class DiagnosisPatch(TypedDict, total=False):
    """What may change of the diagnosis; what is absent stays as it is."""

    code: Annotated[
        str, values.Text(longest=8, pattern="^[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})?$")
    ]
    text: Annotated[str, values.Text(longest=200)]
    certainty: Annotated[Certainty, values.Choice(Certainty)]
    since: Annotated[dt.date, values.Day()] | None


KEY: Mapping[str, values.Reader] = {
    "visit": values.Identifier(),
    "number": values.Whole(1, 32767),
}
QUERYABLE: queries.Fields = {
    "visit": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "number": queries.Queryable(
        values.Whole(-32768, 32767), queries.ORDERED, sorts=True
    ),
    "code": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "text": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "certainty": queries.Queryable(
        values.Choice(Certainty), queries.EQUALITY, sorts=True
    ),
    "since": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
