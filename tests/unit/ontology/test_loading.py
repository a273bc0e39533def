"""What the language says becomes what the IR holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from stackwright.ontology import OntologyError, digest, ir, load, load_directory, to_json
from stackwright.ontology.loading import sources_of

ROOT = Path(__file__).parents[3]


def model(fields: str, rest: str = "") -> ir.Model:
    lines = "".join(f"      {line}\n" for line in fields.strip().splitlines())
    text = f"ontology: shop\nobjects:\n  Thing:\n    fields:\n      id: uuid, key\n{lines}{rest}"
    return load({"ontology/shop.yml": text})


def field(written: str, rest: str = "") -> ir.Field:
    return next(model(f"x: {written}", rest).objects()).field("x")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("string(40)[]?", '{type: "string(40)[]", optional: true}'),
        ("string(40)[]?", '{type: "string(40)[]?"}'),
        ("int = 5, >= 1, <= 9", "{type: int, default: 5, min: 1, max: 9}"),
        ("decimal(9, 2) = 1.5, > 0, < 10", '{type: "decimal(9, 2)", default: 1.5, above: 0, below: 10}'),
        ("string(9) = 007, unique, index", '{type: string(9), default: "007", unique: true, index: true}'),
        (r"string(9), pattern /^a\/b$/, min_length 2", '{type: string(9), pattern: "^a/b$", min_length: 2}'),
        ('text = "a, b", example c', "{type: text, default: 'a, b', example: c}"),
        ("text = 'it''s'", '{type: text, default: "it\'s"}'),
        ("text[], min_items 1, max_items 3", "{type: 'text[]', min_items: 1, max_items: 3}"),
        (
            "ref Thing?, inverse xs, on_delete set_null",
            "{type: ref Thing?, inverse: xs, on_delete: set_null}",
        ),
        ("datetime = now, readonly", "{type: datetime, default: now, readonly: true}"),
        ("int?, private, was y", "{type: int?, private: true, was: y}"),
        ('json = {"a": [1]}', "{type: json, default: {a: [1]}}"),
        ("bool = true, display", "{type: bool, default: true, display: true}"),
    ],
)
def test_the_short_form_and_the_long_form_are_one_object(short: str, long: str) -> None:
    quoted = "'" + short.replace("'", "''") + "'"

    assert field(quoted) == field(long)


@pytest.mark.parametrize(
    ("written", "type_"),
    [
        ("string(40)", ir.Scalar(kind="string", length=40)),
        ("text", ir.Scalar(kind="text")),
        ("bool", ir.Scalar(kind="bool")),
        ("short", ir.Scalar(kind="short")),
        ("int", ir.Scalar(kind="int")),
        ("long", ir.Scalar(kind="long")),
        ("float", ir.Scalar(kind="float")),
        ("double", ir.Scalar(kind="double")),
        ("decimal(12, 2)", ir.Scalar(kind="decimal", precision=12, scale=2)),
        ("date", ir.Scalar(kind="date")),
        ("time", ir.Scalar(kind="time")),
        ("datetime", ir.Scalar(kind="datetime")),
        ("duration", ir.Scalar(kind="duration")),
        ("uuid", ir.Scalar(kind="uuid")),
        ("json", ir.Scalar(kind="json")),
        ("bytes(9)", ir.Scalar(kind="bytes", length=9)),
        ("text[][]", ir.ListOf(item=ir.ListOf(item=ir.Scalar(kind="text")))),
    ],
)
def test_every_type_has_its_place_in_the_ir(written: str, type_: ir.Type) -> None:
    assert field(written).type == type_


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("decimal(9, 2) = 1.5", "1.50"),
        ("decimal(9, 2) = -0", "0.00"),
        ('decimal(30, 4) = "12345678901234567890.1234"', "12345678901234567890.1234"),
        ("double = 1", 1.0),
        ("int = 1.0", 1),
        ("datetime = 2026-01-31T14:30:00.5+01:00", "2026-01-31T13:30:00.500000Z"),
        ("time = 13:30:00", "13:30:00"),
        ("duration = P1WT90M", "P7DT1H30M"),
        ("duration = -PT0.50S", "-PT0.5S"),
        ("duration = PT36H", "P1DT12H"),
        ("duration = P2W", "P14D"),
        ("duration = -PT0S", "PT0S"),
        ("duration = PT60S", "PT1M"),
        ("date = 2024-02-29", "2024-02-29"),
        ("time = 13:30:00.25", "13:30:00.250000"),
        ("json = [1.0, 1.5, 9007199254740992, true, null]", [1, 1.5, 9007199254740992.0, True, None]),
        ('json = {"b": 1, "a": {"d": "x", "c": 2}}', {"a": {"c": 2, "d": "x"}, "b": 1}),
        ("uuid = 01890A5D-AC96-774B-BCCE-B302099A8057", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("bytes(4) = AAEC", "AAEC"),
        ("string(5) = no", "no"),
        ("string(5) = now", "now"),
        ("bool = false", False),
        ('text[] = ["a"]', ["a"]),
        ("Size = big", "BIG!"),
        ('Box = {"depth": 2}', {"depth": 2}),
    ],
)
def test_a_default_is_kept_in_its_canonical_json_form(written: str, value: Any) -> None:
    enums = "enums:\n  Size: {big: {wire: BIG!}, small: }\n"
    rest = f"{enums}structs:\n  Box: {{depth: int, width: int = 3, label: text?}}\n"

    assert field(f"'{written}'", rest).default == ir.Literally(value=value)


@pytest.mark.parametrize(
    ("type_", "limits", "inside", "outside"),
    [
        ("short", "", ("-32768", "32767"), ("-32769", "32768")),
        ("int", "", ("-2147483648", "2147483647"), ("-2147483649", "2147483648")),
        ("long", "", ("-9007199254740991", "9007199254740991"), ("-9007199254740992", "9007199254740992")),
        ("decimal(3, 1)", "", ("-99.9", "99.9"), ("-100", "100", "0.01")),
        ("string(3)", "", ('""', "abc"), ("abcd",)),
        ("bytes(2)", "", ('""', "AAE="), ("A", "AAEC")),
        ("date", "", ("0001-01-01", "9999-12-31"), ("0000-12-31", "2023-02-29")),
        ("time", "", ("00:00:00", "23:59:59"), ("24:00:00",)),
        ("int", ", >= 3, <= 9", ("3", "9"), ("2", "10")),
        ("int", ", > 3, < 9", ("4", "8"), ("3", "9")),
        ("decimal(4, 2)", ", > 0, < 1", ("0.01", "0.99"), ("0", "1")),
        ("string(4)", ", min_length 2", ("ab", "abcd"), ("a", "abcde")),
        ("text[]", ", min_items 1, max_items 2", ('["a"]', '["a", "b"]'), ("[]", '["a", "b", "c"]')),
    ],
)
def test_a_value_at_the_edge_is_taken_and_one_beyond_is_not(
    type_: str, limits: str, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    for value in inside:
        assert field(f"'{type_} = {value}{limits}'").default is not None
    for value in outside:
        with pytest.raises(OntologyError, match=r"SW13[01]"):
            field(f"'{type_} = {value}{limits}'")


def test_a_named_type_gives_its_constraints_and_its_example_and_a_field_may_be_stricter() -> None:
    rest = "types:\n  Money: decimal(12, 2), >= 0, <= 100, example 9\n"

    made = field("Money, > 0, <= 200", rest)

    assert made.named == "Money"
    assert (made.constraints.above, made.constraints.min, made.constraints.max) == ("0", None, "100")
    assert made.example == ir.Literally(value="9.00")


def test_a_uuid_key_is_made_and_other_keys_are_given() -> None:
    things = {
        thing.name: thing
        for thing in load(
            {
                "shop.yml": """
ontology: shop
objects:
  A: {fields: {id: "uuid, key"}}
  B: {fields: {id: "long = auto, key"}}
  C: {fields: {id: "string(9), key"}}
  D: {key: [a, n], fields: {a: ref A, n: uuid}}
  E: {fields: {a: "ref A, key"}}
"""
            }
        ).objects()
    }

    assert things["A"].field("id").default == ir.Made(how="uuid")
    assert things["B"].field("id").default == ir.Made(how="auto")
    assert things["C"].field("id").default is None
    assert things["D"].key == ("a", "n")
    assert things["D"].field("n").default is None
    assert [one.key for one in things["D"].fields] == [True, True]
    assert things["E"].key_fields[0].type == ir.Ref(namespace="shop", name="A", target=things["A"])


def test_the_shop_is_what_the_page_says() -> None:
    shop = load_directory(ROOT / "examples/shop").ontologies[0]
    customer, order, line = shop.objects

    assert (shop.name, shop.path, shop.source) == ("shop", "/api/shop", "ontology/shop.yml")
    assert (order.table, order.plural, line.table, line.plural) == (
        "shop_order",
        "orders",
        "shop_order_line",
        "order_lines",
    )
    assert line.key == ("order", "number")
    assert order.field("customer").type == ir.Ref(namespace="shop", name="Customer", target=customer)
    assert [(move.name, move.sources, move.target) for move in order.transitions] == [
        ("approve", ("created",), "approved"),
        ("ship", ("approved",), "shipped"),
        ("cancel", ("created", "approved"), "cancelled"),
    ]
    assert order.unique == (("customer", "placed_at"),)
    assert order.writes == ("create", "update", "delete")
    assert isinstance(shop.actions[0].output, ir.TransitionOutput)
    assert isinstance(shop.actions[1].output, ir.EventOutput)
    assert shop.triggers[0].bindings == (ir.Binding(input="order", source=ir.FromEvent(path=("order",))),)


def test_the_museum_uses_the_whole_language() -> None:
    museum, tickets = load_directory(ROOT / "tests/models/museum").ontologies

    assert len(museum.objects) + len(tickets.objects) >= 19
    assert tickets.path == "/v1/box-office"
    assert [value.wire for value in museum.enums[1].values] == ["G", "PG-13", "18+"]
    assert next(thing for thing in museum.objects if thing.name == "Loan").require_if_match
    assert next(thing for thing in museum.objects if thing.name == "Photo").was_table == "museum_picture"
    work = next(thing for thing in museum.objects if thing.name == "Work")
    assert work.field("was_named").was == "old_name"
    assert work.field("class").attr == "class_"
    assert {type(action.output) for action in museum.actions} == {
        ir.TransitionOutput,
        ir.EventOutput,
        ir.ResultOutput,
    }


def test_an_object_that_refers_to_itself_can_be_compared_and_shown() -> None:
    once, again = (model("parent: ref Thing?, inverse children") for _ in range(2))

    assert once == again
    assert "parent" in repr(once)
    thing = next(once.objects())
    assert thing.field("parent").type.target is thing  # type: ignore[union-attr]


def test_the_order_of_files_does_not_matter() -> None:
    sources = sources_of(ROOT / "tests/models/museum")

    turned = dict(reversed(sources.items()))

    assert to_json(load(turned)) == to_json(load(sources))


def test_a_digest_changes_with_the_model_and_not_with_its_layout() -> None:
    one = digest(model("x: int"))

    assert digest(model("x:   int   # a comment")) == one
    assert digest(model("x: {type: int}")) == one
    assert digest(model("x: long")) != one
    assert len(one) == 64


def test_an_ontology_without_objects_is_legal() -> None:
    assert load({"a": "ontology: empty"}).ontologies[0].objects == ()
    assert load({}).ontologies == ()


def test_a_project_without_a_model_is_told_where_it_belongs(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"SW008.*no model file"):
        load_directory(tmp_path)


def test_a_file_that_is_not_utf8_is_named_and_the_others_are_still_checked(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    folder.mkdir()
    (folder / "a.yml").write_bytes("ontology: a\ntitle: Käse\n".encode("latin-1"))
    (folder / "b.yml").write_text("ontology: b\ntitel: B\n")

    with pytest.raises(OntologyError) as caught:
        load_directory(tmp_path)

    assert [problem.code for problem in caught.value.problems] == ["SW005", "SW020"]
    assert "line 2 is not UTF-8" in str(caught.value)


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "ontology" / "shop.yml").mkdir(parents=True)

    with pytest.raises(OntologyError, match="SW008"):
        load_directory(tmp_path)
