# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The medication: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import Dose


@dataclass(slots=True)
class Medication:
    """Medication."""

    atc: str
    name: str
    interacts_with: list[str]
    highest_daily: Dose | None
    half_life: Annotated[dt.timedelta, values.SpanText] | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class MedicationCreate(Shape):
    """What makes a new medication."""

    atc: Annotated[
        str, values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$")
    ]
    name: Annotated[str, values.Text(longest=120)]
    interacts_with: list[
        Annotated[
            str,
            values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
            values.Refers("clinic.Medication"),
        ],
    ] = pydantic.Field(default_factory=list)
    highest_daily: Dose | None = None
    half_life: Annotated[dt.timedelta, values.Span()] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class MedicationPatch(TypedDict, total=False):
    """What may change of the medication; what is absent stays as it is."""

    name: Annotated[str, values.Text(longest=120)]
    interacts_with: list[
        Annotated[
            str,
            values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
            values.Refers("clinic.Medication"),
        ],
    ]
    highest_daily: Annotated[Dose | Mapping[str, Any], values.Members()] | None
    half_life: Annotated[dt.timedelta, values.Span()] | None


KEY: Mapping[str, values.Reader] = {
    "atc": values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
}
QUERYABLE: queries.Fields = {
    "atc": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "name": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "interacts_with": queries.Queryable(
        values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
        queries.MEMBER,
    ),
    "highest_daily": queries.Queryable(values.Anything(), queries.NULL),
    "half_life": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
