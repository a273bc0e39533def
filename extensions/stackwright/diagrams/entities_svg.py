"""An ER diagram as a picture: boxes with fields, lines with crow's feet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.canvas import circle, finished, group, paper, path, rectangle, text, told, width_of
from stackwright.diagrams.layout import Box, Line, lay_out

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from stackwright.diagrams.graph import Attribute, Entities, Entity, Number, Relationship
    from stackwright.diagrams.layout import Placed, Point

_HEAD, _ROW, _PAD, _BETWEEN = 30.0, 22.0, 12.0, 18.0
_FOOT, _SIZE = 12.0, 11


def entities_svg(diagram: Entities) -> str:
    """Return the picture's text."""
    boxes = [_box(entity) for entity in diagram.entities]
    layout = lay_out(boxes, [_line(one, diagram) for one in diagram.relationships])
    root = paper(layout.width, layout.height, diagram.title, diagram.description or "")
    for entity, place in zip(diagram.entities, layout.boxes, strict=True):
        _draw_entity(root, entity, place)
    for one, points in zip(diagram.relationships, layout.lines, strict=True):
        _draw_relationship(root, one, points)
    return finished(root)


def _box(entity: Entity) -> Box:
    names, types, marks = _widths(entity)
    row = names + _BETWEEN + types + (marks and _BETWEEN + marks)
    return Box(
        name=entity.name,
        width=max(row, width_of(entity.name)) + 2 * _PAD,
        height=_HEAD + _ROW * len(entity.attributes),
    )


def _widths(entity: Entity) -> tuple[float, float, float]:
    """Return the widths of the columns of names, types and marks."""
    rows = entity.attributes
    return (
        max((width_of(row.name) for row in rows), default=0.0),
        max((width_of(_type(row)) for row in rows), default=0.0),
        max((width_of(_marks(row), _SIZE) for row in rows), default=0.0),
    )


def _type(row: Attribute) -> str:
    return f"{row.type}?" if row.optional else row.type


def _marks(row: Attribute) -> str:
    return " ".join(row.marks)


def _line(one: Relationship, diagram: Entities) -> Line:
    owner = next(entity for entity in diagram.entities if entity.name == one.owner)
    row = next(number for number, field in enumerate(owner.attributes) if field.name == one.field)
    label = width_of(one.inverse, _SIZE) if one.inverse else 0.0
    return Line(left=one.target, right=one.owner, right_at=_HEAD + _ROW * (row + 0.5), left_label=label)


def _draw_entity(root: Element, entity: Entity, place: Placed) -> None:
    box = group(root, "object", entity.name)
    told(box, entity.title, entity.description or "")
    rectangle(box, "box", (place.x, place.y), (place.width, place.height))
    rectangle(box, "head", (place.x, place.y), (place.width, _HEAD))
    text(box, "name", (place.x + place.width / 2, place.y + 20), entity.name, "middle")
    names, _, _ = _widths(entity)
    for number, row in enumerate(entity.attributes):
        bottom = place.y + _HEAD + _ROW * number + 15
        text(box, "name" if "PK" in row.marks else "field", (place.x + _PAD, bottom), row.name)
        text(box, "quiet", (place.x + _PAD + names + _BETWEEN, bottom), _type(row))
        if row.marks:
            text(box, "label", (place.x + place.width - _PAD, bottom), _marks(row), "end")


def _draw_relationship(root: Element, one: Relationship, points: tuple[Point, ...]) -> None:
    """Draw from the target, with the inverse's name there, to the owner, where the field stands."""
    line = group(root, "relationship", f"{one.owner}.{one.field}")
    told(line, f"{one.owner}.{one.field}: {one.targets} {one.target}; {one.owners} {one.owner} each")
    path(line, "line" if one.identifying else "line loose", points)
    _draw_end(line, points[0], points[1], one.targets)
    _draw_end(line, points[-1], points[-2], one.owners)
    if one.inverse:
        (x, y), side = points[0], _side(points[0], points[1])
        text(line, "label", (x + side * (_FOOT + 9), y - 4), one.inverse, "start" if side > 0 else "end")


def _draw_end(line: Element, at: Point, towards: Point, number: Number) -> None:
    """Draw a crow's foot for many or a bar for one; outside, a circle for none or a bar for at least one."""
    (x, y), side = at, _side(at, towards)
    if number.many:
        path(line, "line", [(x, y - 6), (x + side * _FOOT, y), (x, y + 6)])
    else:
        path(line, "line", [(x + side * 7, y - 6), (x + side * 7, y + 6)])
    outer = x + side * (_FOOT + 4 if number.many else _FOOT)
    if number.least:
        path(line, "line", [(outer, y - 6), (outer, y + 6)])
    else:
        circle(line, "end", (outer, y), 4)


def _side(at: Point, towards: Point) -> int:
    return 1 if towards[0] > at[0] else -1
