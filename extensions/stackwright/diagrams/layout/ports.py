"""Where on its left and right edges lines meet a box."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackwright.diagrams.layout.plane import Box, Line

PITCH = 18.0
_LEAST, _NEAR = 15.0, 10.0


class Port(NamedTuple):
    """An end of a step of a line, on the left or right edge of a box; `first` tells those of a turn apart."""

    box: str
    side: str
    line: int
    first: bool = True


@dataclass(slots=True)
class Ports:
    """How far below the top of its box each port lies, and how tall the boxes must be for it."""

    at: dict[Port, float] = field(default_factory=dict)
    free: set[Port] = field(default_factory=set)
    tall: dict[str, float] = field(default_factory=dict)


def ports(
    boxes: Sequence[Box],
    lines: Sequence[Line],
    chains: Sequence[Sequence[str]],
    order: Sequence[Sequence[str]],
) -> Ports:
    """Place the ports: where the line says, or spread in the order of what is at the other end."""
    place = {name: number for column in order for number, name in enumerate(column)}
    found = Ports(tall=dict.fromkeys(place, 4.0) | {box.name: box.height for box in boxes})
    edges: dict[tuple[str, str], list[tuple[tuple[float, float], Port]]] = defaultdict(list)
    for port, other in _ends(chains):
        line = lines[port.line]
        if port.box not in (line.left, line.right):  # it passes through
            found.at[port] = 2.0
        elif (
            line.right_at is not None
            and port.box == line.right
            and not (line.left == line.right and port.first)
        ):
            found.at[port] = line.right_at
        else:
            beyond = float("inf") if other == port.box else place[other]
            edges[port.box, port.side].append(((beyond, line.right_at or 0), port))
    for (name, _), ends in edges.items():
        found.tall[name] = max(found.tall[name], PITCH * (len(ends) + 1))
    for (name, side), ends in edges.items():
        taken = [at for port, at in found.at.items() if port[:2] == (name, side)]
        ends.sort(key=lambda end: end[0])
        apart, above = found.tall[name] / (len(ends) + 1), 0.0
        for number, (_, port) in enumerate(ends, start=1):
            above = _clear(max(round(apart * number), above + PITCH if number > 1 else 0.0), taken)
            found.at[port] = above
            found.free.add(port)
        found.tall[name] = max(found.tall[name], above + PITCH / 2)
    return found


def _ends(chains: Sequence[Sequence[str]]) -> Iterable[tuple[Port, str]]:
    """Yield every port, with the box at the other end of the step."""
    for number, chain in enumerate(chains):
        if len(chain) == 1:
            yield Port(chain[0], "right", number, True), chain[0]
            yield Port(chain[0], "right", number, False), chain[0]
        for left, right in pairwise(chain):
            yield Port(left, "right", number), right
            yield Port(right, "left", number), left


def _clear(at: float, taken: Iterable[float]) -> float:
    """Return the first place from there on that keeps off those that are taken."""
    for other in sorted(taken):
        if abs(at - other) < _LEAST:
            at = other + _LEAST
    return at


def straightened(found: Ports, tops: Mapping[str, float], pairs: Iterable[tuple[Port, Port]]) -> None:
    """Take out small jogs: a port that may lie anywhere goes to the other end's height, if there is room."""
    for one, other in pairs:
        apart = tops[other.box] + found.at[other] - tops[one.box] - found.at[one]
        if 0 < abs(apart) < _NEAR and one.side != other.side and not _moved(found, one, apart):
            _moved(found, other, -apart)


def _moved(found: Ports, port: Port, by: float) -> bool:
    beside = [at for other, at in found.at.items() if other[:2] == port[:2] and other != port]
    room = all(abs(found.at[port] + by - at) >= _LEAST for at in beside)
    if port in found.free and room:
        found.at[port] += by
        return True
    return False
