# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The order line: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import queries, values
from ...contract.bodies import Shape


@dataclass(slots=True)
class OrderLine:
    """Order line."""

    order: UUID
    number: int
    product: str
    quantity: int
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class OrderLineCreate(Shape):
    """What makes a new order line."""

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    number: Annotated[int, values.Whole(1, 2147483647)]
    product: Annotated[str, values.Text(longest=80)]
    quantity: Annotated[int, values.Whole(1, 2147483647)]


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class OrderLinePatch(TypedDict, total=False):
    """What may change of the order line; what is absent stays as it is."""

    product: Annotated[str, values.Text(longest=80)]
    quantity: Annotated[int, values.Whole(1, 2147483647)]


KEY: Mapping[str, values.Reader] = {
    "order": values.Identifier(),
    "number": values.Whole(1, 2147483647),
}
QUERYABLE: queries.Fields = {
    "order": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "number": queries.Queryable(
        values.Whole(-2147483648, 2147483647), queries.ORDERED, sorts=True
    ),
    "product": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "quantity": queries.Queryable(
        values.Whole(-2147483648, 2147483647), queries.ORDERED, sorts=True
    ),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
