"""Names become others by plain rules, and no library is surprised by them."""

from __future__ import annotations

import keyword

import pydantic
import pytest
from sqlalchemy.orm import DeclarativeBase
from stackwright.ontology import ir, load, names
from stackwright.ontology.reserved import ATTRIBUTES, PYTHON


@pytest.mark.parametrize(
    ("name", "snake", "pascal", "title"),
    [
        ("Order", "order", "Order", "Order"),
        ("OrderLine", "order_line", "OrderLine", "Order line"),
        ("order_line", "order_line", "OrderLine", "Order line"),
        ("HTTPServer", "http_server", "HTTPServer", "HTTP server"),
        ("placedAt", "placed_at", "PlacedAt", "Placed at"),
        ("line1", "line1", "Line1", "Line1"),
        ("X", "x", "X", "X"),
    ],
)
def test_a_name_has_four_faces(name: str, snake: str, pascal: str, title: str) -> None:
    assert (names.snake(name), names.pascal(name), names.title(name)) == (snake, pascal, title)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("order", "orders"), ("category", "categories"), ("day", "days"), ("box", "boxes"), ("bus", "buses"),
        ("branch", "branches"), ("dish", "dishes"), ("quiz", "quizes"), ("order_line", "order_lines"),
        ("y", "ys"),
    ],
)  # fmt: skip
def test_a_plural_follows_the_plain_rules(one: str, many: str) -> None:
    assert names.plural(one) == many


def test_a_long_identifier_keeps_its_start_and_gets_a_stable_hash() -> None:
    long = "a" * 50 + "_" + "b" * 50

    assert names.shorten("short") == "short"
    assert names.shorten(long) == names.shorten(long)
    assert len(names.shorten(long)) == 63
    assert names.shorten(long) != names.shorten(long + "c")
    assert len(names.shorten("x" * 100)) == 63
    assert len(names.shorten("x" * 100, 30)) == 30


def test_the_reserved_words_of_python_are_those_of_this_python() -> None:
    assert set(keyword.kwlist) == PYTHON


def test_no_attribute_of_a_pydantic_model_is_left_unreserved() -> None:
    public = {name for name in dir(pydantic.BaseModel) if not name.startswith("_")}

    assert {name for name in public if names.attr(name) == name} == set()


def test_no_attribute_of_a_declarative_base_is_left_unreserved() -> None:
    class Base(DeclarativeBase):
        pass

    public = {name for name in dir(Base) if not name.startswith("_")}

    assert public <= ATTRIBUTES


def test_ordinary_names_stay_as_they_are() -> None:
    for name in ("id", "name", "title", "email", "status", "number", "order", "price", "modeling"):
        assert names.attr(name) == name


def test_reserved_names_get_one_underscore() -> None:
    assert names.attr("class") == "class_"
    assert names.attr("model_dump") == "model_dump_"
    assert names.attr("metadata") == "metadata_"
    assert names.member("None") == "None_"
    assert names.member("web") == "web"


def _columns(text: str, owner: str) -> list[tuple[str, str]]:
    model = load({"ontology/shop.yml": text})
    thing = next(thing for thing in model.objects() if thing.name == owner)
    return [
        (column, ".".join(step.name for step in path))
        for field in thing.fields
        for column, path in names.columns(field)
    ]


def test_a_reference_has_one_column_for_each_part_of_its_targets_key() -> None:
    text = """
ontology: shop
objects:
  Order: {fields: {id: "uuid, key"}}
  Line: {key: [order, number], fields: {order: ref Order, number: int}}
  Part: {key: [line, size], fields: {line: ref Line, size: int, others: "ref Line[]", next: "ref Part?"}}
"""

    assert _columns(text, "Line") == [("order_id", "order.id"), ("number", "number")]
    assert _columns(text, "Part") == [
        ("line_order_id", "line.order.id"),
        ("line_number", "line.number"),
        ("size", "size"),
        ("next_line_order_id", "next.line.order.id"),
        ("next_line_number", "next.line.number"),
        ("next_size", "next.size"),
    ]


def test_the_last_field_of_a_column_bears_its_type() -> None:
    text = "ontology: s\nobjects:\n  A:\n    fields: {id: 'long = auto, key', next: 'ref A?'}\n"
    thing = next(load({"s": text}).objects())

    ((_, path),) = names.columns(thing.field("next"))

    assert path[-1].type == ir.Scalar(kind="long")
