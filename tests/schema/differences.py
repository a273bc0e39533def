"""The differences between schemas that are known and meant."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.schema.reading import Facts

_WHERE = Path(__file__).with_name("differences.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Places at which a stack's schema may differ from that of the others, and why."""

    stack: str
    at: str
    reason: str
    databases: tuple[str, ...] = ()
    models: tuple[str, ...] = ()

    def concerns(self, stack: str, model: str, database: str) -> bool:
        """Whether it speaks of this schema."""
        return (
            stack == self.stack
            and database in (self.databases or (database,))
            and model in (self.models or (model,))
        )


@functools.cache
def differences() -> tuple[Difference, ...]:
    """Return the known differences."""
    raw: Any = yaml.safe_load(_WHERE.read_text("utf-8"))
    return tuple(
        Difference(
            **{name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
        )
        for one in raw
    )


def unexpected(one: Facts, other: Facts, known: tuple[Difference, ...]) -> Iterator[str]:
    """Yield a line for each place where two schemas differ without a reason, and for each idle reason."""
    places = sorted(place for place in one.keys() | other.keys() if one.get(place) != other.get(place))
    for place in places:
        if not any(fnmatchcase(place, entry.at) for entry in known):
            yield f"{place}: {one.get(place)!r} is {other.get(place)!r}"
    for entry in known:
        if not any(fnmatchcase(place, entry.at) for place in places):
            yield f"{entry.at}: nothing differs there, so that differences.yml needs no reason for it"
