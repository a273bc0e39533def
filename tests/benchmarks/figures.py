"""A figure: what was measured, against what, and what it has to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HEADINGS = ("what", "where", "ours", "yardstick", "figure", "target", "reached")


@dataclass(frozen=True, slots=True)
class Target:
    """The bound that a figure has to keep."""

    relation: Literal["≤", "≥"]
    bound: float
    unit: str = ""

    def holds(self, value: float) -> bool:
        """Whether a value keeps it."""
        return value <= self.bound if self.relation == "≤" else value >= self.bound

    def __str__(self) -> str:
        return f"{self.relation} {self.bound:g}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table. `ours` and `yardstick` are the two measured amounts, in words."""

    what: str
    where: str
    ours: str
    yardstick: str
    value: float
    target: Target | None = None
    """None where the figure is only told."""

    @property
    def reached(self) -> bool:
        """Whether the target, if there is one, is kept."""
        return self.target is None or self.target.holds(self.value)

    def cells(self) -> tuple[str, ...]:
        """The row, in the order of HEADINGS."""
        described = (self.what, self.where, self.ours, self.yardstick)
        if self.target is None:
            return (*described, f"{self.value:.2f}", "", "")
        reached = "yes" if self.reached else "**no**"
        return (*described, f"{self.value:.2f}{self.target.unit}", str(self.target), reached)


def table(figures: Iterable[Figure]) -> str:
    """Lay figures out as a Markdown table."""
    return markdown(HEADINGS, [figure.cells() for figure in figures])


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay rows out as a Markdown table that is as readable as text."""
    lines = [tuple(headings), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    lines.insert(1, tuple("-" * width for width in widths))
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in padded)
