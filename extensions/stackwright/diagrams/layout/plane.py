"""What is laid out, boxes and lines, and what comes of it. Lengths are pixels; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box as its content needs it; it is made taller where many lines meet it."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line between two boxes, of which the first should stand left of the second.

    `right_at` is how far below the top of the second box it must meet it; without it, anywhere.
    The labels are the widths of what is written at each end.
    """

    left: str
    right: str
    right_at: float | None = None
    left_label: float = 0
    right_label: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A box in its place, by its upper left corner."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The boxes in their order, and the corners of each line, from its `left` box to its `right` one."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    lines: tuple[tuple[Point, ...], ...]
