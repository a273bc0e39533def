"""A state diagram as a picture: boxes with round corners, arrows with the names of transitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.canvas import circle, finished, group, paper, path, rectangle, text, told, width_of
from stackwright.diagrams.layout import Box, Line, lay_out

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from stackwright.diagrams.graph import Move, States
    from stackwright.diagrams.layout import Placed, Point

_START = "*"  # no state can have that name
_DOT, _HIGH, _PAD, _SIZE = 14.0, 36.0, 18.0, 11


def states_svg(diagram: States) -> str:
    """Return the picture's text."""
    boxes = [Box(name=_START, width=_DOT, height=_DOT)]
    boxes += [Box(name=name, width=width_of(name) + 2 * _PAD, height=_HIGH) for name in diagram.states]
    lines = [Line(left=_START, right=diagram.states[0])]
    lines += [
        Line(left=move.source, right=move.target, left_label=width_of(move.name, _SIZE))
        for move in diagram.moves
    ]
    layout = lay_out(boxes, lines)
    root = paper(layout.width, layout.height, diagram.title, diagram.description or "")
    _draw_start(root, layout.lines[0])
    for place in layout.boxes[1:]:
        _draw_state(root, place)
    for move, points in zip(diagram.moves, layout.lines[1:], strict=True):
        _draw_move(root, move, points)
    return finished(root)


def _draw_start(root: Element, points: tuple[Point, ...]) -> None:
    dot = group(root, "start", _START)
    told(dot, "the initial state")
    (x, y), *_ = points
    circle(dot, "solid", (x - _DOT / 2, y), _DOT / 2)
    path(dot, "line", points)
    _draw_arrow(dot, points)


def _draw_state(root: Element, place: Placed) -> None:
    state = group(root, "state", place.name)
    told(state, place.name)
    rectangle(state, "head", (place.x, place.y), (place.width, place.height), 10)
    middle = (place.x + place.width / 2, place.y + place.height / 2 + 4)
    text(state, "name", middle, place.name, "middle")


def _draw_move(root: Element, move: Move, points: tuple[Point, ...]) -> None:
    arrow = group(root, "transition", f"{move.name} from {move.source}")
    told(arrow, f"{move.name}: from {move.source} to {move.target}")
    path(arrow, "line", points)
    _draw_arrow(arrow, points)
    (x, y), (towards, _) = points[0], points[1]
    if towards > x:
        text(arrow, "label", (x + 10, y - 4), move.name)
    else:
        text(arrow, "label", (x - 10, y - 4), move.name, "end")


def _draw_arrow(parent: Element, points: tuple[Point, ...]) -> None:
    (x, y), (before, _) = points[-1], points[-2]
    back = x + (9 if before > x else -9)
    path(parent, "solid", [(back, y - 5), (x, y), (back, y + 5)])
