# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The customer: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, values
from ...contract.bodies import Shape
from .types import Address


@dataclass(slots=True)
class Customer:
    """Somebody who has bought, or may."""

    id: UUID
    email: str
    name: str
    address: Address | None
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class CustomerCreate(Shape):
    """What makes a new customer."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    email: Annotated[
        str,
        values.Text(
            longest=254, pattern="^[^@ \\t\\n\\r\\f\\v]+@[^@ \\t\\n\\r\\f\\v]+$"
        ),
    ]
    name: Annotated[str, values.Text(longest=120)]
    address: Address | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class CustomerPatch(TypedDict, total=False):
    """What may change of the customer; what is absent stays as it is."""

    email: Annotated[
        str,
        values.Text(
            longest=254, pattern="^[^@ \\t\\n\\r\\f\\v]+@[^@ \\t\\n\\r\\f\\v]+$"
        ),
    ]
    name: Annotated[str, values.Text(longest=120)]
    address: Annotated[Address | Mapping[str, Any], values.Members()] | None


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "email": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "name": queries.Queryable(values.Text(), queries.TEXT, sorts=True),
    "address": queries.Queryable(values.Anything(), queries.NULL),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
