"""How the limits of a field have changed: a bound on each side, lengths, items, a pattern."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from stackwright.evolution.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.change import Change
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Constraints

_NONE = "none"
_Strictness: TypeAlias = "tuple[Decimal | int, ...]"


def limits_compared(place: str, old: Constraints, new: Constraints, faces: Faces) -> Iterator[Change]:
    """Yield what a caller must, or need not any more, keep to."""
    # Each side as a key that grows as it gets stricter.
    sides: tuple[tuple[_Strictness, _Strictness, tuple[str, str]], ...] = (
        (_low(old), _low(new), (_side(old.min, old.above, ">"), _side(new.min, new.above, ">"))),
        (_high(old), _high(new), (_side(old.max, old.below, "<"), _side(new.max, new.below, "<"))),
        ((old.min_length or 0,), (new.min_length or 0,), _counts("min_length", old, new)),
        ((old.min_items or 0,), (new.min_items or 0,), _counts("min_items", old, new)),
        (_most(old.max_items), _most(new.max_items), _counts("max_items", old, new)),
    )
    for before, after, (was, now) in sides:
        if before != after:
            kind = "limit-tightened" if after > before else "limit-loosened"
            yield KINDS[kind].at(place, faces, was, now)
    if old.pattern != new.pattern:
        yield _pattern(place, old.pattern, new.pattern, faces)


def _pattern(place: str, old: str | None, new: str | None, faces: Faces) -> Change:
    kind = "limit-tightened" if old is None else "limit-loosened" if new is None else "pattern-changed"
    return KINDS[kind].at(place, faces, *(_NONE if one is None else f"pattern /{one}/" for one in (old, new)))


def _low(limits: Constraints) -> _Strictness:
    text = limits.min or limits.above
    return (Decimal(text) if text else Decimal("-Infinity"), limits.above is not None)


def _high(limits: Constraints) -> _Strictness:
    text = limits.max or limits.below
    return (-Decimal(text) if text else Decimal("-Infinity"), limits.below is not None)


def _most(count: int | None) -> _Strictness:
    return (Decimal("-Infinity") if count is None else -count,)


def _side(bound: str | None, strict: str | None, sign: str) -> str:
    if bound is not None:
        return f"{sign}= {bound}"
    return _NONE if strict is None else f"{sign} {strict}"


def _counts(word: str, old: Constraints, new: Constraints) -> tuple[str, str]:
    counts = (getattr(limits, word) for limits in (old, new))
    was, now = (_NONE if count is None else f"{word} {count}" for count in counts)
    return was, now
