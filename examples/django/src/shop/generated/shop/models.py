# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The models of every object, where Django looks for them."""

from .persistence.customer import Customer
from .persistence.order import Order
from .persistence.order_line import OrderLine

__all__ = ["Customer", "Order", "OrderLine"]
