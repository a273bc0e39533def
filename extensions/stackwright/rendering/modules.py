"""Modules and functions that are named after parts of the model."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackwright.ontology.ir import Action, Object

# The other modules of the packages in which those of the objects lie.
_TAKEN = {"types", "events", "actions", "repositories"}


def module_of(one: Object) -> str:
    """Return the module of an object, in every layer."""
    return _free(one.snake, _TAKEN)


def function_of(action: Action) -> str:
    """Return the function that carries out an action, and the module that it stands in."""
    return _free(action.snake, set())


def _free(name: str, taken: set[str]) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name
