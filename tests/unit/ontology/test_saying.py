"""What an author says of each thing arrives where its readers look."""

from __future__ import annotations

from stackwright.ontology import ir, load

SAID = """
ontology: shop
title: The shop
description: Sells.
types:
  Money: {type: "decimal(9, 2)", title: Cash, description: In euros.}
enums:
  Size:
    title: How big
    description: Of a box.
    values: {small: {title: Tiny, description: Fits a hand., wire: S}}
structs:
  Box: {title: A box, description: Of card., fields: {depth: {type: int, title: Deep, description: In cm.}}}
objects:
  Order:
    title: Purchase
    description: Goods.
    key: [number, year]
    index: [[year, note]]
    unique: [[note, number]]
    fields:
      number: {type: int, title: No., description: Counted.}
      year: int
      note: {type: string(9), optional: true}
    states: {open: {title: Begun, description: Not paid., wire: O}, paid: }
    transitions:
      pay: {title: Settle, description: Money came., from: open, to: paid, fields: {sum: Money}}
events:
  Refunded: {title: Money back, description: Sent., fields: {sum: Money}}
actions:
  refund: {title: Give back, description: All of it., input: {sum: Money}, output: {left: Money}}
triggers:
  - {name: after_refund, title: Thank, description: Politely., when: Refunded, run: refund, with: {sum: sum}}
"""


def shop(text: str = SAID) -> ir.Ontology:
    (made,) = load({"ontology/shop.yml": text}).ontologies
    return made


def test_titles_and_descriptions_are_where_they_were_said() -> None:
    made = shop()
    (order,), (size,), (box,) = made.objects, made.enums, made.structs
    (pay,), (event,), (action,), (trigger,) = order.transitions, made.events, made.actions, made.triggers
    things = (made, size, size.values[0], box, box.fields[0], order, order.field("number"), order.states[0])

    assert [(one.title, one.description) for one in (*things, pay, event, action, trigger)] == [
        ("The shop", "Sells."),
        ("How big", "Of a box."),
        ("Tiny", "Fits a hand."),
        ("A box", "Of card."),
        ("Deep", "In cm."),
        ("Purchase", "Goods."),
        ("No.", "Counted."),
        ("Begun", "Not paid."),
        ("Settle", "Money came."),
        ("Money back", "Sent."),
        ("Give back", "All of it."),
        ("Thank", "Politely."),
    ]


def test_what_has_no_title_is_called_by_its_name() -> None:
    made = shop("ontology: order_desk\nobjects:\n  OrderLine:\n    fields: {orderNo: 'int, key'}\n")
    (line,) = made.objects

    assert (made.title, line.title, line.fields[0].title) == ("Order desk", "Order line", "Order no")
    assert {made.description, line.description, line.fields[0].description} == {None}


def test_keys_indexes_and_what_is_unique_keep_their_order() -> None:
    (order,) = shop().objects

    assert (order.key, order.index, order.unique) == (
        ("number", "year"),
        (("year", "note"),),
        (("note", "number"),),
    )


def test_states_moves_and_results_hold_what_they_name() -> None:
    made = shop()
    (order,), (action,) = made.objects, made.actions
    (pay,) = order.transitions

    assert [(state.name, state.wire) for state in order.states] == [("open", "O"), ("paid", "paid")]
    assert (pay.sources, pay.target, [field.name for field in pay.fields]) == (("open",), "paid", ["sum"])
    assert [field.name for field in action.input] == ["sum"]
    assert isinstance(action.output, ir.ResultOutput)
    assert [field.name for field in action.output.fields] == ["left"]
