"""Lines of the contract's classes."""

from __future__ import annotations

import pytest
from stackwright.ontology import load
from stackwright.rendering.views import shapes


@pytest.mark.parametrize(
    ("field", "line"),
    [
        (
            "date",
            'from_: Annotated[dt.date, values.Day(), pydantic.Field(alias="from")]',
        ),
        (
            "date?",
            'from_: Annotated[Annotated[dt.date, values.Day()] | None, pydantic.Field(alias="from")] = None',
        ),
    ],
)
def test_a_reserved_word_has_its_wire_name_in_the_annotation(field: str, line: str) -> None:
    """Behind `=`, a type checker would take it for the name of the argument, which nobody can write."""
    text = f"ontology: a\nobjects:\n  B:\n    fields:\n      id: uuid, key\n      from: {field}\n"
    (_, reserved) = next(iter(load({"ontology/a.yml": text}).objects())).fields

    made = " ".join(shapes.input_line(reserved).split())

    assert made.replace("[ ", "[").replace(", ]", "]").replace(" ]", "]") == line
