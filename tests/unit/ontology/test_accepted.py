"""Models that come near to a mistake and are none."""

from __future__ import annotations

import json

import pytest
from stackwright.ontology import OntologyError, load, schema

RENAMED = """
ontology: shop
objects:
  Buyer:
    was: Customer
    fields: {id: "uuid, key", full_name: {type: text, was: name}, mail: {type: text, was: email}}
  Cart: {was: Basket, fields: {id: "uuid, key", full_name: {type: text, was: name}}}
"""
STATES = """
ontology: shop
objects:
  Order:
    fields: {id: "uuid, key"}
    states: [open, paid]
    transitions: {pay: {from: open, to: paid, fields: {sum: int}}}
actions:
  tell:
    input: {order: ref Order, was: string(4), is: text, at: datetime, sum: int, id: uuid}
    output: {told: bool}
triggers:
  - name: tell_of_payment
    when: Order.pay
    run: tell
    with: {order: order, was: from_state, is: to_state, at: occurred_at, sum: sum, id: order.id}
"""
PATTERN = """
ontology: shop
objects:
  Fact: {fields: {id: "uuid, key", code: 'string(9), pattern /[\\u4e00-\\u9fff\\ue000]/'}}
"""


@pytest.mark.parametrize("text", [RENAMED, STATES, PATTERN], ids=["renamed", "states", "pattern"])
def test_it_is_a_model(text: str) -> None:
    load({"ontology/shop.yml": text})


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("was: Basket", "was: Customer", "SW402"),
        ("text, was: email}}", "text, was: name}}", "SW402"),
    ],
)
def test_one_word_more_and_it_is_none(right: str, wrong: str, code: str) -> None:
    with pytest.raises(OntologyError) as told:
        load({"ontology/shop.yml": RENAMED.replace(right, wrong)})

    assert [problem.code for problem in told.value.problems] == [code]


def test_the_schema_offers_choices_and_describes_what_it_refers_to() -> None:
    text = json.dumps(schema.json_schema())

    assert '"enum": ["restrict", "cascade", "set_null"]' in text
    assert '"enum": ["create", "update", "delete"]' in text
    assert '"allOf": [{"$ref"' in text
