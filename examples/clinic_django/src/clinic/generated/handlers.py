# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The functions that carry out actions: yours where you have written them."""

from dataclasses import dataclass

from .billing.contract import actions as billing_actions
from .clinic.contract import actions as clinic_actions
from .contract.discovery import find


@dataclass(frozen=True, slots=True)
class Handlers:
    """Handlers by ontology."""

    billing: billing_actions.Handlers
    clinic: clinic_actions.Handlers


def find_handlers(package: str) -> Handlers:
    """Return the handlers found in your package, such as `clinic.actions`."""
    return Handlers(
        billing=find(f"{package}.billing", billing_actions.Handlers),
        clinic=find(f"{package}.clinic", clinic_actions.Handlers),
    )
