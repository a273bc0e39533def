# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What a handler may use; all of it belongs to one unit of work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from .contract.events import Event
from .shop.contract import repositories as shop_repositories


class Emit(Protocol):
    """Announces an event, if the unit of work succeeds."""

    def __call__(self, event: Event) -> None:
        """Announce it."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """Repositories by ontology, the caller, the time, and the way to announce an event."""

    shop: shop_repositories.Repositories
    caller: str
    request_id: str
    now: Callable[[], datetime]
    emit: Emit
