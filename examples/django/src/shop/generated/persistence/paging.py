# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The order of a page, and the condition of what lies behind a place in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.db.models.expressions import OrderBy

from .conditions import NOTHING


@dataclass(frozen=True, slots=True)
class Level:
    """A field that a page is ordered by, whether downwards, and what reads its values from a cursor."""

    name: str
    down: bool
    nullable: bool
    reader: Any

    def ordering(self, vendor: str) -> OrderBy:
        """Return how to order by it, with null as its smallest value."""
        if vendor != "postgresql" or not self.nullable:
            return OrderBy(F(self.name), descending=self.down)
        # Null is the smallest value everywhere; PostgreSQL alone would put it last.
        if self.down:
            return OrderBy(F(self.name), descending=True, nulls_last=True)
        return OrderBy(F(self.name), nulls_first=True)


def behind(order: Sequence[Level], values: Sequence[Any]) -> Q:
    """Return the condition of all rows behind the one with these sort values."""
    first, rest = order[0], order[1:]
    value = values[0]
    past = _beyond(first, value)
    if not rest:
        return past
    here = {f"{first.name}__isnull": True} if value is None else {first.name: value}
    deeper = past | (Q(**here) & behind(rest, values[1:]))
    if first.nullable or value is None:
        return deeper
    # Redundant, but it lets the database start reading its index at the right place.
    bound = f"{first.name}__{'lte' if first.down else 'gte'}"
    return Q(**{bound: value}) & deeper


def _beyond(level: Level, value: Any) -> Q:
    if value is None:
        return NOTHING if level.down else Q(**{f"{level.name}__isnull": False})
    past = Q(**{f"{level.name}__{'lt' if level.down else 'gt'}": value})
    if level.down and level.nullable:
        return past | Q(**{f"{level.name}__isnull": True})
    return past
