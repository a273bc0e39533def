"""In which column a box stands, and in which order the boxes of a column."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SWEEPS = 8


def layers(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the column of each name: for a pair, the first left of the second, as far as rings allow."""
    order = {name: place for place, name in enumerate(_ordered(names, pairs))}
    rightwards = {(min(pair, key=order.__getitem__), max(pair, key=order.__getitem__)) for pair in pairs}
    before, after = defaultdict(list), defaultdict(list)
    for left, right in rightwards:
        if left != right:
            before[right].append(left)
            after[left].append(right)
    found: dict[str, int] = {}
    for name in order:
        found[name] = 1 + max((found[left] for left in before[name]), default=-1)
    for name in reversed(order):  # what has more to its right goes there, so that lines are short
        if after[name] and len(after[name]) > len(before[name]):
            found[name] = min(found[right] for right in after[name]) - 1
    return found


def _ordered(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names with few pairs the wrong way round; of a ring, the first declared goes first."""
    waiting = {name: {left for left, right in pairs if right == name and left != name} for name in names}
    order: list[str] = []
    while waiting:
        chosen = next((name for name in waiting if not waiting[name]), next(iter(waiting)))
        del waiting[chosen]
        for lefts in waiting.values():
            lefts.discard(chosen)
        order.append(chosen)
    return order


def sorted_columns(columns: Sequence[Sequence[str]], steps: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Sort each column by where its neighbours stand: few lines cross. A step goes one column right."""
    left, right = defaultdict(list), defaultdict(list)
    for start, end in steps:
        right[start].append(end)
        left[end].append(start)
    current = [list(column) for column in columns]
    best, fewest = current, _crossings(current, right)
    for sweep in range(_SWEEPS):
        near = left if sweep % 2 == 0 else right
        walk = range(1, len(current)) if sweep % 2 == 0 else range(len(current) - 2, -1, -1)
        current = [list(column) for column in current]
        for number in walk:
            fixed = current[number - 1 if sweep % 2 == 0 else number + 1]
            current[number] = _by_neighbours(current[number], fixed, near)
        crossings = _crossings(current, right)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _by_neighbours(column: Sequence[str], fixed: Sequence[str], near: Mapping[str, list[str]]) -> list[str]:
    place = {name: number / len(fixed) for number, name in enumerate(fixed)}
    own = {name: number / len(column) for number, name in enumerate(column)}

    def middle(name: str) -> float:
        places = [place[other] for other in near[name]]
        return sum(places) / len(places) if places else own[name]

    return sorted(column, key=middle)


def _crossings(columns: Sequence[Sequence[str]], right: Mapping[str, list[str]]) -> int:
    total = 0
    for column, following in pairwise(columns):
        place = {name: number for number, name in enumerate(following)}
        ends = [sorted(place[end] for end in right[name]) for name in column]
        total += sum(
            one > other
            for number, upper in enumerate(ends)
            for lower in ends[number + 1 :]
            for one in upper
            for other in lower
        )
    return total
