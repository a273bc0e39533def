# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""How the functions that you write are found: by their names, without registering them."""

from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

H = TypeVar("H")


class HandlerError(Exception):
    """A module of an action is there, but not the function that it is for."""


def find(package: str, handlers: type[H]) -> H:
    """Return the handlers of an ontology: `<package>.<action>.<action>` where there is one."""
    found: dict[str, Any] = {}
    for field in fields(handlers):  # type: ignore[arg-type]
        name = f"{package}.{field.name}"
        if not _there(name):
            continue
        handler = getattr(import_module(name), field.name, None)
        if not callable(handler):
            raise HandlerError(f"{name} must define a function {field.name}")
        found[field.name] = handler
    return handlers(**found)


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
