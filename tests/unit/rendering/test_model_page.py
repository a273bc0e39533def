"""The page about the model: everything is told, and nothing that a model says becomes Markdown."""

from __future__ import annotations

from stackwright.ontology import load
from stackwright.rendering import Answers, render

MODEL = """\
ontology: shop
title: Shop
description: "- one | two"
types:
  Money: decimal(12, 2), >= 0
structs:
  Span:
    from: date
objects:
  Order:
    description: "# Not a heading"
    fields:
      id: {type: uuid, key: true}
      total: {type: Money, default: 0, title: Amount, description: "in | euros, <b>gross</b>"}
      paid_at: datetime?
      codes: {type: "string(3)[]", max_items: 4, pattern: "^[A-Z]+$", private: true}
    states:
      created: {description: "```"}
      gone:
    transitions:
      leave: {from: created, to: gone}
enums:
  Channel: [web]
"""


def page(text: str = MODEL) -> str:
    return render(load({"ontology/shop.yml": text}), Answers())["docs/model.md"]


def test_every_field_is_told_with_its_limits_unit_and_meaning() -> None:
    told = page()

    assert r"| total | Money | \>= 0, = 0.00 | Amount: in \| euros, \<b\>gross\</b\> |" in told
    assert r"| paid\_at | datetime? | UTC |  |" in told
    assert r"| codes | string(3)\[\] | private, max\_items 4, pattern /^\[A-Z\]+$/ |  |" in told
    assert "### Span\n\n| Field |" in told
    assert "### Channel\n\n| Value | Meaning |\n| --- | --- |\n| web |  |" in told


def test_what_a_model_says_is_text() -> None:
    told = page()

    assert "\n\\- one \\| two\n" in told
    assert "\n\\# Not a heading\n" in told
    assert r"| created | \`\`\` |" in told


def test_diagrams_stand_in_fences() -> None:
    fences = [line for line in page().splitlines() if line.startswith("```")]

    assert fences == ["```mermaid", "```"] * 2


def test_an_ontology_without_objects_has_no_diagram() -> None:
    assert "```" not in page("ontology: shop\n")
