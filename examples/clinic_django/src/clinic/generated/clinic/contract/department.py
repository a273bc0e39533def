# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The department: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape


@dataclass(slots=True)
class Department:
    """A part of the house; a ward may be part of a department."""

    code: str
    title: str
    part_of: str | None
    opens_at: dt.time
    closes_at: dt.time
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class DepartmentCreate(Shape):
    """What makes a new department."""

    code: Annotated[str, values.KeyText(longest=8, pattern="^[A-Z]+$")]
    title: Annotated[str, values.Text(longest=80)]
    part_of: (
        Annotated[
            str,
            values.KeyText(longest=8, pattern="^[A-Z]+$"),
            values.Refers("clinic.Department"),
        ]
        | None
    ) = None
    opens_at: Annotated[dt.time, values.TimeOfDay()] = pydantic.Field(
        default_factory=lambda: values.TimeOfDay().read("08:00:00")
    )
    closes_at: Annotated[dt.time, values.TimeOfDay()] = pydantic.Field(
        default_factory=lambda: values.TimeOfDay().read("18:00:00")
    )


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class DepartmentPatch(TypedDict, total=False):
    """What may change of the department; what is absent stays as it is."""

    title: Annotated[str, values.Text(longest=80)]
    part_of: (
        Annotated[
            str,
            values.KeyText(longest=8, pattern="^[A-Z]+$"),
            values.Refers("clinic.Department"),
        ]
        | None
    )
    opens_at: Annotated[dt.time, values.TimeOfDay()]
    closes_at: Annotated[dt.time, values.TimeOfDay()]


KEY: Mapping[str, values.Reader] = {
    "code": values.KeyText(longest=8, pattern="^[A-Z]+$"),
}
QUERYABLE: queries.Fields = {
    "code": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "title": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "part_of": queries.Queryable(
        values.KeyText(longest=8, pattern="^[A-Z]+$"), queries.EQUALITY, sorts=True
    ),
    "opens_at": queries.Queryable(values.TimeOfDay(), queries.ORDERED, sorts=True),
    "closes_at": queries.Queryable(values.TimeOfDay(), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
