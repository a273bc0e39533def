# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What a handler may use; all of it belongs to one unit of work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from .billing.contract import repositories as billing_repositories
from .clinic.contract import repositories as clinic_repositories
from .contract.events import Event


class Emit(Protocol):
    """Announces an event, if the unit of work succeeds."""

    def __call__(self, event: Event) -> None:
        """Announce it."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """Repositories by ontology, the caller, the time, and the way to announce an event."""

    billing: billing_repositories.Repositories
    clinic: clinic_repositories.Repositories
    caller: str
    request_id: str
    now: Callable[[], datetime]
    emit: Emit
