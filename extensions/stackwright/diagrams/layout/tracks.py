"""The vertical pieces of lines between two columns: each has a track of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A line's way through a gap: it comes in at one height and leaves at another.

    A line that turns back to the column on the gap's left leaves there, too.
    """

    line: int
    start: float
    end: float
    turns: bool = False

    @property
    def straight(self) -> bool:
        """Whether it needs no vertical piece."""
        return self.start == self.end and not self.turns


def tracks(steps: Sequence[Step]) -> dict[int, int]:
    """Return the track of each line that needs one, counted from the left."""
    waiting = sorted((step for step in steps if not step.straight), key=_preferred)
    order: dict[int, int] = {}
    while waiting:
        free = (
            one for one in waiting if not any(_shares(other, one) for other in waiting if other is not one)
        )
        chosen = next(free, waiting[0])
        waiting.remove(chosen)
        order[chosen.line] = len(order)
    return order


def _preferred(step: Step) -> tuple[bool, float]:
    """Order by what crosses least: turns first, then the lower the later for lines that rise."""
    down = step.end > step.start
    return (not step.turns, -step.start if down else step.start)


def _shares(first: Step, second: Step) -> bool:
    """Whether the first must turn left of where the second does, lest both lie on the same height."""
    leaves = (first.start, first.end) if first.turns else (first.start,)
    return not second.turns and second.end in leaves
