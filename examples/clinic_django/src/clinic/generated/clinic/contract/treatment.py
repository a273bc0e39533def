# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The treatment: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import RoomKind, Specialty


@dataclass(slots=True)
class Treatment:
    """Something that the clinic does, such as a first consultation or an electrocardiogram."""

    code: str
    title: str
    takes: Annotated[dt.timedelta, values.SpanText]
    done_by: list[Specialty]
    needs: RoomKind
    preparation: str | None
    prerequisites: list[str]
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class TreatmentCreate(Shape):
    """What makes a new treatment."""

    code: Annotated[str, values.KeyText(longest=12)]
    title: Annotated[str, values.Text(longest=120)]
    takes: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("PT20M")
    )
    done_by: list[Annotated[Specialty, values.Choice(Specialty)]]
    needs: Annotated[RoomKind, values.Choice(RoomKind)] = RoomKind.CONSULTING
    preparation: Annotated[str, values.Text()] | None = None
    prerequisites: list[
        Annotated[str, values.KeyText(longest=12), values.Refers("clinic.Treatment")]
    ] = pydantic.Field(default_factory=list)


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class TreatmentPatch(TypedDict, total=False):
    """What may change of the treatment; what is absent stays as it is."""

    title: Annotated[str, values.Text(longest=120)]
    takes: Annotated[dt.timedelta, values.Span()]
    done_by: list[Annotated[Specialty, values.Choice(Specialty)]]
    needs: Annotated[RoomKind, values.Choice(RoomKind)]
    preparation: Annotated[str, values.Text()] | None
    prerequisites: list[
        Annotated[str, values.KeyText(longest=12), values.Refers("clinic.Treatment")]
    ]


KEY: Mapping[str, values.Reader] = {
    "code": values.KeyText(longest=12),
}
QUERYABLE: queries.Fields = {
    "code": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "title": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "takes": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "done_by": queries.Queryable(values.Item(values.Choice(Specialty)), queries.MEMBER),
    "needs": queries.Queryable(values.Choice(RoomKind), queries.EQUALITY, sorts=True),
    "preparation": queries.Queryable(values.Text(), queries.TEXT),
    "prerequisites": queries.Queryable(values.KeyText(longest=12), queries.MEMBER),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
