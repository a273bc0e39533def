# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The tariff: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape


@dataclass(slots=True)
class Tariff:
    """What a treatment costs from a day on, until the next tariff."""

    treatment: str
    valid_from: dt.date
    price: Decimal
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class TariffCreate(Shape):
    """What makes a new tariff."""

    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    valid_from: Annotated[dt.date, values.Day()]
    price: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class TariffPatch(TypedDict, total=False):
    """What may change of the tariff; what is absent stays as it is."""

    price: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


KEY: Mapping[str, values.Reader] = {
    "treatment": values.KeyText(longest=12),
    "valid_from": values.Day(),
}
QUERYABLE: queries.Fields = {
    "treatment": queries.Queryable(
        values.KeyText(longest=12), queries.EQUALITY, sorts=True
    ),
    "valid_from": queries.Queryable(values.Day(), queries.ORDERED, sorts=True),
    "price": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
