# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The functions that carry out actions: yours where you have written them."""

from dataclasses import dataclass

from .contract.discovery import find
from .shop.contract import actions as shop_actions


@dataclass(frozen=True, slots=True)
class Handlers:
    """Handlers by ontology."""

    shop: shop_actions.Handlers


def find_handlers(package: str) -> Handlers:
    """Return the handlers found in your package, such as `shop.actions`."""
    return Handlers(
        shop=find(f"{package}.shop", shop_actions.Handlers),
    )
