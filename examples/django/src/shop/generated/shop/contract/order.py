# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The order: its data, its shapes, and what may be asked of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import pydantic
from typing_extensions import TypedDict

from ...contract import identifiers, queries, transitions, values
from ...contract.bodies import Shape
from .types import Channel


class OrderState(StrEnum):
    """Where the order stands."""

    CREATED = "created"
    APPROVED = "approved"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


@dataclass(slots=True)
class Order:
    """Goods that a customer has asked for."""

    id: UUID
    customer: UUID
    total: Decimal
    channel: Channel
    tags: list[str]
    note: str | None
    placed_at: dt.datetime
    state: OrderState
    row_version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class OrderCreate(Shape):
    """What makes a new order."""

    id: Annotated[UUID, values.Identifier()] = pydantic.Field(
        default_factory=identifiers.uuid7
    )
    customer: Annotated[UUID, values.Identifier(), values.Refers("shop.Customer")]
    total: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]
    channel: Annotated[Channel, values.Choice(Channel)] = Channel.WEB
    tags: list[Annotated[str, values.Text(longest=40)]]
    note: Annotated[str, values.Text()] | None = None


@pydantic.with_config(pydantic.ConfigDict(extra="forbid"))
class OrderPatch(TypedDict, total=False):
    """What may change of the order; what is absent stays as it is."""

    customer: Annotated[UUID, values.Identifier(), values.Refers("shop.Customer")]
    total: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]
    channel: Annotated[Channel, values.Choice(Channel)]
    tags: list[Annotated[str, values.Text(longest=40)]]
    note: Annotated[str, values.Text()] | None


class OrderApprove(Shape):
    """What the transition approve takes."""

    reason: Annotated[str, values.Text(longest=255)] | None = None


class OrderShip(Shape):
    """What the transition ship takes."""

    carrier: Annotated[str, values.Text(longest=60)]


class OrderCancel(Shape):
    """What the transition cancel takes."""


KEY: Mapping[str, values.Reader] = {
    "id": values.Identifier(),
}
QUERYABLE: queries.Fields = {
    "id": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "customer": queries.Queryable(values.Identifier(), queries.EQUALITY, sorts=True),
    "total": queries.Queryable(values.Digits(12, 2), queries.ORDERED, sorts=True),
    "channel": queries.Queryable(values.Choice(Channel), queries.EQUALITY, sorts=True),
    "tags": queries.Queryable(values.Item(values.Text()), queries.MEMBER),
    "note": queries.Queryable(values.Text(), queries.TEXT),
    "placed_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "state": queries.Queryable(values.Choice(OrderState), queries.EQUALITY, sorts=True),
    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),
    "created_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
    "updated_at": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),
}
TRANSITIONS = {
    "approve": transitions.Transition(
        "approve", (OrderState.CREATED,), OrderState.APPROVED
    ),
    "ship": transitions.Transition("ship", (OrderState.APPROVED,), OrderState.SHIPPED),
    "cancel": transitions.Transition(
        "cancel", (OrderState.CREATED, OrderState.APPROVED), OrderState.CANCELLED
    ),
}
