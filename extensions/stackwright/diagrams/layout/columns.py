"""The layout of boxes that lines join, all of them, into one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from stackwright.diagrams.layout.layering import layers, sorted_columns
from stackwright.diagrams.layout.placing import Joint, heights
from stackwright.diagrams.layout.plane import Layout, Placed
from stackwright.diagrams.layout.ports import Port, Ports, ports, straightened
from stackwright.diagrams.layout.tracks import Step, tracks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackwright.diagrams.layout.plane import Box, Line, Point

_STUB, _TRACK, _SPACE = 24.0, 12.0, 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """Everything but how wide the gaps between the columns must be."""

    lines: Sequence[Line]
    order: Sequence[Sequence[str]]
    pairs: Sequence[tuple[Port, Port]]
    ports: Ports
    tops: Mapping[str, float]

    def height(self, port: Port) -> float:
        """Return how high a port lies."""
        return self.tops[port.box] + self.ports.at[port]

    def label(self, port: Port) -> float:
        """Return how wide the text at a port is."""
        line = self.lines[port.line]
        if line.left == line.right:
            return line.left_label if port.first else line.right_label
        return {line.left: line.left_label, line.right: line.right_label}.get(port.box, 0.0)


def columns(boxes: Sequence[Box], lines: Sequence[Line]) -> Layout:
    """Return where the boxes and lines go; all lines are between these boxes."""
    column = layers([box.name for box in boxes], [(line.left, line.right) for line in lines])
    used = sorted(set(column.values()))
    column = {name: used.index(number) for name, number in column.items()}
    chains = [_chain(number, line, column) for number, line in enumerate(lines)]
    for chain in chains:
        column |= {name: column[chain[0]] + number for number, name in enumerate(chain)}
    unsorted = [[name for name in column if column[name] == number] for number in range(len(used))]
    order = sorted_columns(unsorted, [step for chain in chains for step in pairwise(chain)])
    found = ports(boxes, lines, chains, order)
    pairs = [pair for number, chain in enumerate(chains) for pair in _pairs(number, chain)]
    joints = [
        Joint(left=one.box, right=other.box, left_at=found.at[one], right_at=found.at[other])
        for one, other in pairs
        if one.box != other.box
    ]
    tops = heights(order, found.tall, joints, _SPACE)
    straightened(found, tops, pairs)
    return _drawn(boxes, _Settled(lines=lines, order=order, pairs=pairs, ports=found, tops=tops))


def _chain(number: int, line: Line, column: dict[str, int]) -> list[str]:
    """Return what a line passes from left to right: its boxes, and a name for each column between them."""
    if line.left == line.right:
        return [line.left]
    first, last = sorted((line.left, line.right), key=column.__getitem__)
    between = [f"{number}:{place}" for place in range(column[first] + 1, column[last])]
    return [first, *between, last]


def _pairs(number: int, chain: Sequence[str]) -> list[tuple[Port, Port]]:
    if len(chain) == 1:
        return [(Port(chain[0], "right", number), Port(chain[0], "right", number, first=False))]
    return [(Port(left, "right", number), Port(right, "left", number)) for left, right in pairwise(chain)]


def _drawn(boxes: Sequence[Box], settled: _Settled) -> Layout:
    own = {box.name: box for box in boxes}
    placed: dict[str, Placed] = {}
    corners: list[list[Point]] = [[] for _ in settled.lines]
    x = 0.0
    for column in settled.order:
        width = max((own[name].width for name in column if name in own), default=0.0)
        for name in column:
            if name in own:
                height = settled.ports.tall[name]
                placed[name] = Placed(name=name, x=x, y=settled.tops[name], width=width, height=height)
        x = _through(x + width, [pair for pair in settled.pairs if pair[0].box in column], settled, corners)
    starts = {one.line: one.box for one, _ in reversed(settled.pairs)}
    for number, line in enumerate(settled.lines):
        if starts[number] != line.left:
            corners[number].reverse()
    points = [point for line in corners for point in line]
    return Layout(
        width=max([*(box.x + box.width for box in placed.values()), *(x for x, _ in points)]),
        height=max([*(box.y + box.height for box in placed.values()), *(y for _, y in points)]),
        boxes=tuple(placed[box.name] for box in boxes),
        lines=tuple(tuple(line) for line in corners),
    )


def _through(
    x: float, here: Sequence[tuple[Port, Port]], settled: _Settled, corners: list[list[Point]]
) -> float:
    """Lead lines through the gap right of `x`; return where the next column starts."""
    steps = [
        Step(
            line=one.line,
            start=settled.height(one),
            end=settled.height(other),
            turns=one.side == other.side,
        )
        for one, other in here
    ]
    taken = tracks(steps)
    ends = [port for pair in here for port in pair]
    before = max((settled.label(port) for port in ends if port.side == "right"), default=0.0)
    beyond = max((settled.label(port) for port in ends if port.side == "left"), default=0.0)
    first = x + _STUB + before
    end = first + _TRACK * max(len(taken) - 1, 0) + beyond + _STUB
    for step in steps:
        line = corners[step.line]
        line.append((x, step.start))
        if step.line in taken:
            track = first + _TRACK * taken[step.line]
            line += [(track, step.start), (track, step.end)]
        line.append((x if step.turns else end, step.end))
    return end
