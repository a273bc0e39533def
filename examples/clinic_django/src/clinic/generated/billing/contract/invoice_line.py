# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The invoice line: its data, its shapes, and what may be asked of it."""

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
class InvoiceLine:
    """Invoice line."""

    invoice: int
    position: int
    treatment: str
    text: str
    quantity: Decimal
    price: Decimal
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class InvoiceLineCreate(Shape):
    """What makes a new invoice line."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    position: Annotated[int, values.Whole(1, 32767)]
    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    text: Annotated[str, values.Text(longest=200)]
    quantity: Annotated[Decimal, values.Digits(8, 3, above=Decimal(0))] = Decimal(
        "1.000"
    )
    price: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class InvoiceLinePatch(TypedDict, total=False):
    """What may change of the invoice line; what is absent stays as it is."""

    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    text: Annotated[str, values.Text(longest=200)]
    quantity: Annotated[Decimal, values.Digits(8, 3, above=Decimal(0))]
    price: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


KEY: Mapping[str, values.Reader] = {
    "invoice": values.Whole(),
    "position": values.Whole(1, 32767),
}
QUERYABLE: queries.Fields = {
    "invoice": queries.Queryable(values.Whole(), queries.EQUALITY, sorts=True),
    "position": queries.Queryable(
        values.Whole(-32768, 32767), queries.ORDERED, sorts=True
    ),
    "treatment": queries.Queryable(
        values.KeyText(longest=12), queries.EQUALITY, sorts=True
    ),
    "text": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "quantity": queries.Queryable(values.Digits(8, 3), queries.ORDERED, sorts=True),
    "price": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
