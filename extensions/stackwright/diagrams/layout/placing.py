"""How high the boxes of each column stand: near what they are joined to, and never on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SWEEPS = 10
_LOOSE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A step between boxes of neighbouring columns, and how far below their tops it meets them."""

    left: str
    right: str
    left_at: float
    right_at: float


def heights(
    columns: Sequence[Sequence[str]], tall: Mapping[str, float], joints: Sequence[Joint], space: float
) -> dict[str, float]:
    """Return the upper edge of each box."""
    tops: dict[str, float] = {}
    for column in columns:
        top = 0.0
        for name in column:
            tops[name] = top
            top += tall[name] + space
    wishes: dict[str, list[tuple[str, float]]] = {name: [] for name in tall}
    for joint in joints:
        wishes[joint.left].append((joint.right, joint.right_at - joint.left_at))
        wishes[joint.right].append((joint.left, joint.left_at - joint.right_at))
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 else reversed(columns):
            _settle(column, tall, wishes, tops, space)
    highest = min(tops.values(), default=0.0)
    return {name: round(top - highest) for name, top in tops.items()}


def _settle(
    column: Sequence[str],
    tall: Mapping[str, float],
    wishes: Mapping[str, list[tuple[str, float]]],
    tops: dict[str, float],
    space: float,
) -> None:
    """Move the boxes of a column to where they wish to be, in their order: isotonic regression."""
    runs: list[tuple[float, float, int]] = []  # mean of the wishes, their weight, how many boxes
    offset, offsets = 0.0, []
    for name in column:
        wished = [tops[other] + apart for other, apart in wishes[name]] or [tops[name]]
        weight = float(len(wishes[name])) or _LOOSE
        runs.append((sum(wished) / len(wished) - offset, weight, 1))
        offsets.append(offset)
        offset += tall[name] + space
        while len(runs) > 1 and runs[-2][0] > runs[-1][0]:
            mean, more, count = runs.pop()
            other, weight, others = runs.pop()
            runs.append(((mean * more + other * weight) / (more + weight), more + weight, count + others))
    means = [mean for mean, _, count in runs for _ in range(count)]
    for name, mean, start in zip(column, means, offsets, strict=True):
        tops[name] = mean + start
