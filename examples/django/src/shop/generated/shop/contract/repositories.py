# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The repositories of the ontology, as a handler sees them."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID

from ...contract.answers import ANY_VERSION, IfMatch
from ...contract.collections import Objects
from . import events
from .customer import Customer, CustomerCreate, CustomerPatch
from .order import Order, OrderApprove, OrderCreate, OrderPatch, OrderShip
from .order_line import OrderLine, OrderLineCreate, OrderLinePatch
from .types import OrderLineKey

CustomerRepository: TypeAlias = Objects[Customer, UUID, CustomerCreate, CustomerPatch]
OrderLineRepository: TypeAlias = Objects[
    OrderLine, OrderLineKey, OrderLineCreate, OrderLinePatch
]


class OrderRepository(Objects[Order, UUID, OrderCreate, OrderPatch], Protocol):
    """The order: kept, found and moved."""

    def approve(
        self,
        key: UUID,
        fields: OrderApprove | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.OrderApproveEvent:
        """Move it from created to approved."""
        ...

    def ship(
        self, key: UUID, fields: OrderShip, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderShipEvent:
        """Move it from approved to shipped."""
        ...

    def cancel(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.OrderCancelEvent:
        """Move it from created or approved to cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class Repositories:
    """Every repository of the ontology, in one unit of work."""

    customers: CustomerRepository
    orders: OrderRepository
    order_lines: OrderLineRepository
