# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Values without identity: enums, keys of several parts, structs."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Self
from uuid import UUID

from ...contract import values
from ...contract.bodies import Shape


class Channel(StrEnum):
    """Channel."""

    WEB = "web"
    PHONE = "phone"
    STORE = "store"


class OrderLineKey(Shape):
    """The key of the order line."""

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    number: Annotated[int, values.Whole(1, 2147483647)]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.order, self.number)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(order=parts[0], number=parts[1])


class Address(Shape):
    """Address."""

    line1: Annotated[str, values.Text(longest=200)]
    city: Annotated[str, values.Text(longest=100)]
    country_code: Annotated[str, values.Text(longest=2, pattern="^[A-Z]{2}$")]
