# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The policy: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import Period


@dataclass(slots=True)
class Policy:
    """A payer's promise to pay for a patient."""

    payer: int
    number: str
    patient: UUID
    valid: Period
    covers: Decimal
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PolicyCreate(Shape):
    """What makes a new policy."""

    payer: Annotated[
        int, values.Whole(-2147483648, 2147483647), values.Refers("billing.Payer")
    ]
    number: Annotated[str, values.KeyText(longest=20)]
    patient: Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")]
    valid: Period
    covers: Annotated[
        Decimal, values.Digits(5, 2, low=Decimal(0), high=Decimal(100))
    ] = Decimal("100.00")


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PolicyPatch(TypedDict, total=False):
    """What may change of the policy; what is absent stays as it is."""

    patient: Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")]
    valid: Annotated[Period | Mapping[str, Any], values.Members()]
    covers: Annotated[Decimal, values.Digits(5, 2, low=Decimal(0), high=Decimal(100))]


KEY: Mapping[str, values.Reader] = {
    "payer": values.Whole(-2147483648, 2147483647),
    "number": values.KeyText(longest=20),
}
QUERYABLE: queries.Fields = {
    "payer": queries.Queryable(
        values.Whole(-2147483648, 2147483647), queries.EQUALITY, sorts=True
    ),
    "number": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "patient": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "valid": queries.Queryable(values.Anything(), queries.NULL),
    "covers": queries.Queryable(values.Digits(5, 2), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
