"""What something costs, measured side by side: A B, B A, A B, …"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a processor, and seconds on the clock."""

    cpu: float
    wall: float

    @classmethod
    def median(cls, costs: Iterable[Cost]) -> Self:
        """Return the middle of each of the two."""
        costs = list(costs)
        return cls(
            statistics.median(cost.cpu for cost in costs), statistics.median(cost.wall for cost in costs)
        )

    def per(self, count: int) -> Cost:
        """Return the cost of one of so many."""
        return Cost(self.cpu / count, self.wall / count)


def spent(work: Callable[[], object], pid: int | None = None) -> Cost:
    """Run the work; return what it took of this process, or of another one that does the work."""
    cpu, wall = processor_time(pid), time.perf_counter()
    work()
    return Cost(processor_time(pid) - cpu, time.perf_counter() - wall)


def processor_time(pid: int | None) -> float:
    """Return the seconds that all threads of a process have run, and of those it forked (Linux)."""
    if pid is None:
        return time.process_time()
    # The number of another process's clock, as clock_getcpuclockid(3) would give it, to the nanosecond.
    own = time.clock_gettime((~pid << 3) | 2)
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return own + sum(processor_time(int(child)) for child in children)


def side_by_side(rounds: int, sides: Mapping[str, Callable[[], Cost]]) -> Comparison:
    """Measure each side once per round, in turning order."""
    measured: dict[str, list[Cost]] = {name: [] for name in sides}
    for number in range(rounds):
        names = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in names:
            measured[name].append(sides[name]())
    return Comparison(measured)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The costs of each side, round by round."""

    costs: Mapping[str, list[Cost]]

    def median(self, side: str) -> Cost:
        """Return the middle of one side's costs."""
        return Cost.median(self.costs[side])

    def ratio(self, side: str, other: str, clock: Literal["cpu", "wall"] = "cpu") -> float:
        """Return the middle of the rounds' ratios: who else used the machine in a round slowed both sides."""
        rounds = zip(self.costs[side], self.costs[other], strict=True)
        return statistics.median(getattr(one, clock) / getattr(two, clock) for one, two in rounds)
