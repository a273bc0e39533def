# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The lab result: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape


@dataclass(slots=True)
class LabResult:
    """One value of one sample."""

    visit: UUID
    analyte: str
    taken_at: dt.datetime
    value: float
    unit: str
    reference: list[float] | None
    device: Any
    row_version: int


class LabResultCreate(Shape):
    """What makes a new lab result."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    analyte: Annotated[str, values.KeyText(longest=20)]
    taken_at: Annotated[dt.datetime, values.Instant()]
    value: Annotated[float, values.Real()]
    unit: Annotated[str, values.Text(longest=20)]
    reference: (
        Annotated[
            list[Annotated[float, values.Real()]],
            pydantic.Field(min_length=2, max_length=2),
        ]
        | None
    ) = None
    device: Annotated[Any, values.Anything()] = pydantic.Field(
        default_factory=lambda: values.Anything().read({})
    )


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class LabResultPatch(TypedDict, total=False):
    """What may change of the lab result; what is absent stays as it is."""

    value: Annotated[float, values.Real()]
    unit: Annotated[str, values.Text(longest=20)]
    reference: (
        Annotated[
            list[Annotated[float, values.Real()]],
            pydantic.Field(min_length=2, max_length=2),
        ]
        | None
    )
    device: Annotated[Any, values.Anything()]


KEY: Mapping[str, values.Reader] = {
    "visit": values.Identifier(),
    "analyte": values.KeyText(longest=20),
    "taken_at": values.Instant(),
}
QUERYABLE: queries.Fields = {
    "visit": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "analyte": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "taken_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "value": queries.Queryable(values.Real(), queries.ORDERED, sorts=True),
    "unit": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "reference": queries.Queryable(
        values.Item(values.Real()), (*queries.MEMBER, *queries.NULL)
    ),
    "device": queries.Queryable(values.Anything(), queries.NULL),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
}
