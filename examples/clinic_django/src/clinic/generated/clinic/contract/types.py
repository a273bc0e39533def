# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Values without identity: enums, keys of several parts, structs."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self
from uuid import UUID

import pydantic

from ...contract import values
from ...contract.bodies import Shape


class Sex(StrEnum):
    """Sex."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """How somebody asked for an appointment."""

    DESK = "desk"
    PHONE = "phone"
    WEB = "web"
    REFERRAL = "referral"


class Urgency(StrEnum):
    """Urgency."""

    ROUTINE = "routine"
    URGENT = "urgent"
    EMERGENCY = "stat"


class Weekday(StrEnum):
    """Weekday."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Specialty(StrEnum):
    """Specialty."""

    GENERAL_PRACTICE = "general_practice"
    CARDIOLOGY = "cardiology"
    DERMATOLOGY = "dermatology"
    PAEDIATRICS = "paediatrics"
    RADIOLOGY = "radiology"


class RoomKind(StrEnum):
    """Room kind."""

    CONSULTING = "consulting"
    TREATMENT = "treatment"
    IMAGING = "imaging"
    LABORATORY = "laboratory"


class DoseUnit(StrEnum):
    """Dose unit."""

    MILLIGRAM = "mg"
    MICROGRAM = "µg"
    MILLILITRE = "mL"
    PUFF = "puff"
    TABLET = "tablet"


class Certainty(StrEnum):
    """Certainty."""

    SUSPECTED = "suspected"
    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"


class RoomKey(Shape):
    """The key of the room."""

    department: Annotated[
        str,
        values.KeyText(longest=8, pattern="^[A-Z]+$"),
        values.Refers("clinic.Department"),
    ]
    number: Annotated[int, values.Whole(1, 32767)]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.department, self.number)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(department=parts[0], number=parts[1])


class DutyKey(Shape):
    """The key of the duty."""

    practitioner: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    weekday: Annotated[Weekday, values.Choice(Weekday)]
    from_: Annotated[dt.time, values.TimeOfDay(), pydantic.Field(alias="from")]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.practitioner, self.weekday, self.from_)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(practitioner=parts[0], weekday=parts[1], from_=parts[2])


class DiagnosisKey(Shape):
    """The key of the diagnosis."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    number: Annotated[int, values.Whole(1, 32767)]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.visit, self.number)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(visit=parts[0], number=parts[1])


class LabResultKey(Shape):
    """The key of the lab result."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    analyte: Annotated[str, values.KeyText(longest=20)]
    taken_at: Annotated[dt.datetime, values.Instant()]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.visit, self.analyte, self.taken_at)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(visit=parts[0], analyte=parts[1], taken_at=parts[2])


class PersonName(Shape):
    """How somebody is called, and addressed."""

    given: Annotated[str, values.Text(longest=80, shortest=1)]
    family: Annotated[str, values.Text(longest=80, shortest=1)]
    prefix: Annotated[str, values.Text(longest=20)] | None = None


class Address(Shape):
    """Address."""

    street: Annotated[str, values.Text(longest=120)]
    city: Annotated[str, values.Text(longest=80)]
    postal_code: Annotated[str, values.Text(longest=12)]
    country: Annotated[str, values.Text(longest=2, pattern="^[A-Z]{2}$")] = "DE"


class Contact(Shape):
    """How to reach somebody."""

    phone: (
        Annotated[str, values.Text(longest=16, pattern="^\\+[1-9][0-9]{6,14}$")] | None
    ) = None
    email: (
        Annotated[
            str,
            values.Text(
                longest=254, pattern="^[^@ \\t\\n\\r\\f\\v]+@[^@ \\t\\n\\r\\f\\v]+$"
            ),
        ]
        | None
    ) = None
    address: Address | None = None


class Vitals(Shape):
    """What was measured when the patient came in."""

    systolic: Annotated[int, values.Whole(1, 350)] | None = None
    diastolic: Annotated[int, values.Whole(1, 350)] | None = None
    pulse: Annotated[int, values.Whole(1, 400)] | None = None
    temperature: (
        Annotated[Decimal, values.Digits(3, 1, low=Decimal(30), high=Decimal(45))]
        | None
    ) = None
    saturation: Annotated[float, values.Real(low=0.0, high=1.0)] | None = None
    weight: Annotated[Decimal, values.Digits(5, 2, above=Decimal(0))] | None = None
    height: Annotated[int, values.Whole(1, 280)] | None = None


class Dose(Shape):
    """Dose."""

    amount: Annotated[Decimal, values.Digits(7, 3, above=Decimal(0))]
    unit: Annotated[DoseUnit, values.Choice(DoseUnit)] = DoseUnit.MILLIGRAM
