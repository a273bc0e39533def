# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The practitioner: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, values
from ...contract.bodies import Shape
from .types import Contact, PersonName, Specialty


@dataclass(slots=True)
class Practitioner:
    """Somebody who treats patients, and may sign for it."""

    id: UUID
    licence: str
    name: PersonName
    family_name: str
    specialties: list[Specialty]
    departments: list[str]
    supervisor: UUID | None
    contact: Contact | None
    signature: Annotated[
        Annotated[bytes, values.BlobText] | None, pydantic.Field(exclude=True)
    ]
    active: bool
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PractitionerCreate(Shape):
    """What makes a new practitioner."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    licence: Annotated[str, values.Text(longest=20)]
    name: PersonName
    family_name: Annotated[str, values.Text(longest=80, shortest=1)]
    specialties: Annotated[
        list[Annotated[Specialty, values.Choice(Specialty)]],
        pydantic.Field(min_length=1),
    ]
    departments: list[
        Annotated[
            str,
            values.KeyText(longest=8, pattern="^[A-Z]+$"),
            values.Refers("clinic.Department"),
        ],
    ] = pydantic.Field(default_factory=list)
    supervisor: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
        | None
    ) = None
    contact: Contact | None = None
    signature: Annotated[bytes, values.Blob(longest=65536)] | None = None
    active: Annotated[bool, values.Flag()] = True


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PractitionerPatch(TypedDict, total=False):
    """What may change of the practitioner; what is absent stays as it is."""

    licence: Annotated[str, values.Text(longest=20)]
    name: Annotated[PersonName | Mapping[str, Any], values.Members()]
    family_name: Annotated[str, values.Text(longest=80, shortest=1)]
    specialties: Annotated[
        list[Annotated[Specialty, values.Choice(Specialty)]],
        pydantic.Field(min_length=1),
    ]
    departments: list[
        Annotated[
            str,
            values.KeyText(longest=8, pattern="^[A-Z]+$"),
            values.Refers("clinic.Department"),
        ],
    ]
    supervisor: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
        | None
    )
    contact: Annotated[Contact | Mapping[str, Any], values.Members()] | None
    signature: Annotated[bytes, values.Blob(longest=65536)] | None
    active: Annotated[bool, values.Flag()]


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "licence": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "name": queries.Queryable(values.Anything(), queries.NULL),
    "family_name": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "specialties": queries.Queryable(
        values.Item(values.Choice(Specialty)), queries.MEMBER
    ),
    "departments": queries.Queryable(
        values.KeyText(longest=8, pattern="^[A-Z]+$"), queries.MEMBER
    ),
    "supervisor": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "contact": queries.Queryable(values.Anything(), queries.NULL),
    "active": queries.Queryable(values.Flag(), queries.BOOLEAN, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
