# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The patient: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, values
from ...contract.bodies import Shape
from .types import Contact, PersonName, Sex


@dataclass(slots=True)
class Patient:
    """Somebody who is treated here."""

    id: UUID
    record_number: str
    name: PersonName
    family_name: str
    born_on: dt.date
    sex: Sex
    contact: Contact
    languages: list[str]
    allergies: list[str]
    guardian: UUID | None
    practitioner: UUID | None
    insurance_number: Annotated[str | None, pydantic.Field(exclude=True)]
    note: str | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PatientCreate(Shape):
    """What makes a new patient."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    record_number: Annotated[str, values.Text(longest=9, pattern="^MR[0-9]{7}$")]
    name: PersonName
    family_name: Annotated[str, values.Text(longest=80, shortest=1)]
    born_on: Annotated[dt.date, values.Day()]
    sex: Annotated[Sex, values.Choice(Sex)] = Sex.UNKNOWN
    contact: Contact
    languages: Annotated[
        list[Annotated[str, values.Text(longest=2)]], pydantic.Field(min_length=1)
    ] = pydantic.Field(default_factory=lambda: ["de"])
    allergies: Annotated[
        list[
            Annotated[
                str, values.Text(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$")
            ],
        ],
        pydantic.Field(max_length=50),
    ]
    guardian: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")] | None
    ) = None
    practitioner: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
        | None
    ) = None
    insurance_number: Annotated[str, values.Text(longest=20)] | None = None
    note: Annotated[str, values.Text()] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PatientPatch(TypedDict, total=False):
    """What may change of the patient; what is absent stays as it is."""

    record_number: Annotated[str, values.Text(longest=9, pattern="^MR[0-9]{7}$")]
    name: Annotated[PersonName | Mapping[str, Any], values.Members()]
    family_name: Annotated[str, values.Text(longest=80, shortest=1)]
    born_on: Annotated[dt.date, values.Day()]
    sex: Annotated[Sex, values.Choice(Sex)]
    contact: Annotated[Contact | Mapping[str, Any], values.Members()]
    languages: Annotated[
        list[Annotated[str, values.Text(longest=2)]], pydantic.Field(min_length=1)
    ]
    allergies: Annotated[
        list[
            Annotated[
                str, values.Text(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$")
            ],
        ],
        pydantic.Field(max_length=50),
    ]
    guardian: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")] | None
    )
    practitioner: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
        | None
    )
    insurance_number: Annotated[str, values.Text(longest=20)] | None
    note: Annotated[str, values.Text()] | None


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "record_number": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "name": queries.Queryable(values.Anything(), queries.NULL),
    "family_name": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "born_on": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "sex": queries.Queryable(values.Choice(Sex), queries.EQUALITY, sorts=True),
    "contact": queries.Queryable(values.Anything(), queries.NULL),
    "languages": queries.Queryable(values.Item(values.Text()), queries.MEMBER),
    "allergies": queries.Queryable(values.Item(values.Text()), queries.MEMBER),
    "guardian": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "practitioner": queries.Queryable(
        values.Identifier(), queries.EQUALITY, sorts=True
    ),
    "note": queries.Queryable(values.Text(), queries.TEXT),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
