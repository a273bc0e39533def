# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The payer: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape
from .types import PayerKind


@dataclass(slots=True)
class Payer:
    """Somebody who pays for patients; often an insurer."""

    number: int
    name: str
    kind: PayerKind
    iban: Annotated[str | None, pydantic.Field(exclude=True)]
    pays_within: Annotated[dt.timedelta, values.SpanText]
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class PayerCreate(Shape):
    """What makes a new payer."""

    name: Annotated[str, values.Text(longest=120)]
    kind: Annotated[PayerKind, values.Choice(PayerKind)] = PayerKind.STATUTORY
    iban: (
        Annotated[
            str,
            values.Text(
                longest=34, shortest=15, pattern="^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"
            ),
        ]
        | None
    ) = None
    pays_within: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("P30D")
    )


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class PayerPatch(TypedDict, total=False):
    """What may change of the payer; what is absent stays as it is."""

    name: Annotated[str, values.Text(longest=120)]
    kind: Annotated[PayerKind, values.Choice(PayerKind)]
    iban: (
        Annotated[
            str,
            values.Text(
                longest=34, shortest=15, pattern="^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"
            ),
        ]
        | None
    )
    pays_within: Annotated[dt.timedelta, values.Span()]


KEY: Mapping[str, values.Reader] = {
    "number": values.Whole(-2147483648, 2147483647),
}
QUERYABLE: queries.Fields = {
    "number": queries.Queryable(
        values.Whole(-2147483648, 2147483647), queries.ORDERED, sorts=True
    ),
    "name": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "kind": queries.Queryable(values.Choice(PayerKind), queries.EQUALITY, sorts=True),
    "pays_within": queries.Queryable(values.Span(), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
