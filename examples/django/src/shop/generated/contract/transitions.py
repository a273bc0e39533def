# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Moves between states, and the record of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Transition:
    """A move that an object may make from one of `sources` to `target`."""

    name: str
    sources: tuple[StrEnum, ...]
    target: StrEnum


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One transition that an object has made, and who made it."""

    transition: str
    from_state: str
    to_state: str
    fields: dict[str, Any]
    at: datetime
    by: str
