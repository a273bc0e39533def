"""Diagrams as SVG: all of the model is there, once, and nothing lies on anything else."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stackwright.diagrams import diagrams, svg
from stackwright.diagrams.graph import Entities
from stackwright.ontology import load

from tests.models.strategies import models
from tests.unit.diagrams.drawings import DRAWINGS, approved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.diagrams.graph import Diagram, States

LETTER = {"label": 11 * 0.602}  # DejaVu Sans Mono, in pixels; a plain text has 13 of them
SVG = "{http://www.w3.org/2000/svg}"


class Sides:
    """A rectangle by its sides."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    def meets(self, other: Sides) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Sides) -> bool:
        wide = self.left <= other.left and other.right <= self.right
        return wide and self.top <= other.top and other.bottom <= self.bottom


def rectangle(element: ET.Element) -> Sides:
    x, y, width, height = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
    return Sides(x, y, x + width, y + height)


def written(element: ET.Element) -> Sides:
    """The place of a text, as wide as a browser draws it."""
    width = len(element.text or "") * LETTER.get(element.attrib["class"], 13 * 0.602)
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - {"start": 0, "middle": width / 2, "end": width}[element.attrib["text-anchor"]]
    return Sides(left, y - 9, left + width, y + 2)


def boxes(root: ET.Element) -> list[Sides]:
    groups = [*root.findall(f"{SVG}g[@data-object]"), *root.findall(f"{SVG}g[@data-state]")]
    return [rectangle(next(group.iter(f"{SVG}rect"))) for group in groups]


def pieces(root: ET.Element) -> Iterator[tuple[str, Sides]]:
    """The straight pieces of every line, with what the line stands for."""
    for group in root.iter(f"{SVG}g"):
        name = next(value for key, value in group.attrib.items() if key.startswith("data-"))
        line = group.find(f"{SVG}path")
        if line is None:
            continue
        points = [tuple(map(float, at.split(","))) for at in re.findall(r"[^ML ]+", line.attrib["d"])]
        for (x, y), (to_x, to_y) in itertools.pairwise(points):
            yield name, Sides(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def demand_all_of(diagram: Diagram, root: ET.Element) -> None:
    found = Counter(next(iter(group.attrib.items())) for group in root.iter(f"{SVG}g"))
    assert found == Counter(parts_of(diagram) if isinstance(diagram, Entities) else moves_of(diagram))
    for box, entity in zip(
        root.findall(f"{SVG}g[@data-object]"), getattr(diagram, "entities", ()), strict=True
    ):
        told = [element.text for element in box.iter(f"{SVG}text")]
        for row in entity.attributes:
            assert row.name in told
            assert row.type + "?" * row.optional in told


def parts_of(diagram: Entities) -> Iterator[tuple[str, str]]:
    yield from (("data-object", entity.name) for entity in diagram.entities)
    yield from (("data-relationship", f"{one.owner}.{one.field}") for one in diagram.relationships)


def moves_of(diagram: States) -> Iterator[tuple[str, str]]:
    yield "data-start", "*"
    yield from (("data-state", state) for state in diagram.states)
    yield from (("data-transition", f"{move.name} from {move.source}") for move in diagram.moves)


def demand_order(root: ET.Element) -> None:
    frame = rectangle(next(root.iter(f"{SVG}rect")))
    found = boxes(root)
    for one, other in itertools.combinations(found, 2):
        assert not one.meets(other)
    for group in root.iter(f"{SVG}g"):
        around = group.find(f"{SVG}rect")
        for element in group.iter(f"{SVG}text"):
            place = written(element)
            assert (frame if around is None else rectangle(around)).holds(place), element.text
            assert around is not None or not any(place.meets(box) for box in found), element.text
    for name, piece in pieces(root):
        assert frame.holds(piece), name
        # A line touches the edges of its boxes, and goes through none.
        assert not any(piece.meets(box) for box in found), name


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_is_the_one_that_was_looked_at(name: str) -> None:
    assert svg(DRAWINGS[name]) == approved(name).read_text("utf-8"), "look, then: make pictures"


@pytest.mark.parametrize("name", DRAWINGS)
def test_all_of_the_model_is_there_once(name: str) -> None:
    demand_all_of(DRAWINGS[name], ET.fromstring(svg(DRAWINGS[name])))


@pytest.mark.parametrize("name", DRAWINGS)
def test_nothing_lies_on_anything_else(name: str) -> None:
    root = ET.fromstring(svg(DRAWINGS[name]))

    demand_order(root)
    labels = [written(element) for element in root.iter(f"{SVG}text")]
    for one, other in itertools.combinations(labels, 2):
        assert not one.meets(other)
    for (first, piece), (second, other) in itertools.combinations(pieces(root), 2):
        assert first == second or not touching(piece, other), (first, second)


def touching(one: Sides, other: Sides) -> bool:
    """Whether two pieces of the same direction lie on each other."""
    if one.top == one.bottom == other.top == other.bottom:
        return one.left < other.right and other.left < one.right
    upright = one.left == one.right == other.left == other.right
    return upright and one.top < other.bottom and other.top < one.bottom


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_needs_no_script_no_server_and_has_a_name(name: str) -> None:
    text = svg(DRAWINGS[name])

    assert svg(DRAWINGS[name]) == text
    assert "<script" not in text
    assert re.findall(r"https?:[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in text
    root = ET.fromstring(text)
    assert (root[0].tag, root.attrib["role"]) == (f"{SVG}title", "img")
    assert root[0].text


@settings(max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(models())
def test_any_model_can_be_drawn(sources: dict[str, str]) -> None:
    for diagram in diagrams(load(sources)).values():
        text = svg(diagram)
        assert text == svg(diagram)
        root = ET.fromstring(text)
        demand_all_of(diagram, root)
        demand_order(root)
