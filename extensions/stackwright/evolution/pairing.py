"""Which part of the old model became which part of the new one: by `was`, or else by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from stackwright.ontology.names import snake

if TYPE_CHECKING:
    from collections.abc import Iterable


class Named(Protocol):
    """What a model calls by a name."""

    @property
    def name(self) -> str:
        """Return the name."""
        ...


_T = TypeVar("_T", bound=Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs(Generic[_T]):
    """The parts that are in both models, old and new, and those that are in one; in the models' order."""

    both: tuple[tuple[_T, _T], ...]
    added: tuple[_T, ...]
    removed: tuple[_T, ...]


def paired(old: Iterable[_T], new: Iterable[_T]) -> Pairs[_T]:
    """Pair parts; a `was` counts where the old model has that name, and says nothing afterwards."""
    before = {snake(one.name): one for one in old}
    after = {snake(one.name): one for one in new}
    former = {name: was for name, one in after.items() if (was := _was(one)) in before}
    claimed = set(former.values())
    former |= {name: name for name in after if name in before and name not in former and name not in claimed}
    kept = set(former.values())
    return Pairs(
        both=tuple((before[former[name]], one) for name, one in after.items() if name in former),
        added=tuple(one for name, one in after.items() if name not in former),
        removed=tuple(one for name, one in before.items() if name not in kept),
    )


def _was(one: Named) -> str:
    return snake(getattr(one, "was", None) or "")
