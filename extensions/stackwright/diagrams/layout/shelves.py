"""Boxes that nothing joins are laid out apart, and put beside and below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.layout.columns import columns
from stackwright.diagrams.layout.plane import Layout, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackwright.diagrams.layout.plane import Box, Line, Point

_WIDE, _APART = 1200.0, 40.0


def lay_out(boxes: Sequence[Box], lines: Sequence[Line]) -> Layout:
    """Return where everything goes; the same for the same boxes and lines."""
    parts = []
    for names in _parts(boxes, lines):
        numbers = [number for number, line in enumerate(lines) if line.left in names]
        own = [box for box in boxes if box.name in names]
        parts.append((numbers, columns(own, [lines[number] for number in numbers])))
    parts.sort(key=lambda part: -len(part[1].boxes))
    return _packed(parts, boxes, lines)


def _parts(boxes: Sequence[Box], lines: Sequence[Line]) -> Iterator[set[str]]:
    """Yield the names that lines join, directly or not."""
    near: dict[str, set[str]] = {box.name: set() for box in boxes}
    for line in lines:
        near[line.left].add(line.right)
        near[line.right].add(line.left)
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        part, rest = set(), {start}
        while rest:
            name = rest.pop()
            part.add(name)
            rest |= near[name] - part
        seen |= part
        yield part


def _packed(parts: Sequence[tuple[list[int], Layout]], boxes: Sequence[Box], lines: Sequence[Line]) -> Layout:
    """Put the parts on shelves, as books are, the largest first."""
    widest = max([_WIDE, *(part.width for _, part in parts)])
    x = y = shelf = right = 0.0
    placed: dict[str, Placed] = {}
    corners: dict[int, tuple[Point, ...]] = {}
    for numbers, part in parts:
        if x and x + part.width > widest:
            x, y, shelf = 0.0, y + shelf + _APART, 0.0
        placed |= {box.name: _moved(box, x, y) for box in part.boxes}
        for number, line in zip(numbers, part.lines, strict=True):
            corners[number] = tuple((one + x, other + y) for one, other in line)
        x, shelf, right = x + part.width + _APART, max(shelf, part.height), max(right, x + part.width)
    return Layout(
        width=right,
        height=y + shelf,
        boxes=tuple(placed[box.name] for box in boxes),
        lines=tuple(corners[number] for number in range(len(lines))),
    )


def _moved(box: Placed, x: float, y: float) -> Placed:
    return Placed(name=box.name, x=box.x + x, y=box.y + y, width=box.width, height=box.height)
