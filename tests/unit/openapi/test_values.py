"""Schemas let through what the contract takes, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.unit.openapi.reading import document, validator

_WRITTEN = re.compile(r"^([^,(]*(?:\([^)]*\))?[^,]*)(.*)$")
_MODEL = """
enums:
  Rating: {general: {wire: G}, parental: {wire: PG-13}}
structs:
  Place: {name: string(5), depth: int?, open: bool = true}
objects:
  Thing:
    fields:
      id: uuid, key
      value: TYPE?
      hidden: int?, private
      fixed: int = 1, readonly
"""

_TAKEN: dict[str, tuple[list[Any], list[Any]]] = {
    "string(3)": (["", "abc", "😀😀😀", "\x01"], ["abcd", 1, True, "a\0", ["a"]]),
    '"string(9), min_length 2, pattern /^[a-z]+$/"': (["ab", "abc"], ["a", "aB", "abcdefghij"]),
    "bool": ([True, False], [1, "true"]),
    "short": ([-32768, 32767, 1.0], [-32769, 32768, 1.5, "1", True]),
    "int": ([-(2**31), 2**31 - 1], [2**31, -(2**31) - 1]),
    "long": ([2**53 - 1, -(2**53) + 1], [2**53, -(2**53)]),
    '"int, > 0, < 3"': ([1, 2], [0, 3]),
    '"int, >= 0, <= 3"': ([0, 3], [-1, 4]),
    "float": ([1, 0.1, 3.4e38], [3.5e38, "1", True]),
    "double": ([1, 0.1, 1e308], ["1", False]),
    "decimal(4, 2)": (["0", "-0", "99.99", "-1.5"], ["100", "1.555", "01", "1e1", 1, ".5"]),
    '"decimal(4, 2), > 0, <= 10.5"': (["0.01", "10.5", "10.50"], ["0", "0.00", "10.51", "-1"]),
    "date": (["2024-02-29", "0001-01-01"], ["0000-01-01", "2024-1-1", "2024-01-01T00:00:00Z", 20240101]),
    "time": (["23:59:59", "00:00:00.5", "00:00:00.123456"], ["24:00:00", "12:00", "12:00:00Z", "12:00:60"]),
    "datetime": (
        ["2024-01-01T00:00:00Z", "2024-01-01t00:00:00.5+05:30", "2024-01-01T00:00:00.123456789z"],
        ["2024-01-01T00:00:00", "2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01"],
    ),
    "duration": (
        ["P1DT2H", "PT90M", "-PT0.5S", "P2W", "PT1H5S", "PT0S"],
        ["P", "PT", "P1DT", "P1Y", "P1M", "1:00", "PT1.5H", "P1D2H"],
    ),
    "uuid": (
        ["0190a000-0000-7000-8000-0000000000aa", "0190A000-0000-7000-8000-0000000000AA"],
        ["0190a0000000700080000000000000aa", "x", "{0190a000-0000-7000-8000-0000000000aa}"],
    ),
    "json": ([{"a": [None, 1.5]}, [], "x", False, 2**53 - 1], [2**53, "\0", {"\0": 1}, [{"a": "\0"}]]),
    "bytes(4)": (["", "AA==", "AAA=", "AAAA", "AAAAAA=="], ["AAAAAAA=", "AAAAAAAA", "A", "-_8=", "AA"]),
    "bytes(3)": (["AAAA", "AAA="], ["AAAAAA=="]),
    "Rating": (["G", "PG-13"], ["general", 1]),
    "Place": ([{"name": "a"}, {"name": "a", "depth": None, "open": False}], [{}, {"name": "a", "x": 1}, "a"]),
    "string(2)[]": ([[], ["a", "a"]], ["a", [None], ["abc"], {}]),
    "int[][]": ([[], [[]], [[1], [2, 3]]], [[1], [["a"]]]),
    "ref Thing": (["0190a000-0000-7000-8000-0000000000aa"], ["x", 1, {}]),
}


@pytest.mark.parametrize("type_", _TAKEN)
def test_a_value_is_taken_as_the_contract_says(type_: str) -> None:
    taken, refused = _TAKEN[type_]
    written = type_.strip('"')
    kind, words = _WRITTEN.findall(written)[0]
    field = f'"{kind}?{words}"'

    create = validator(document(_MODEL.replace("TYPE?", field)), "shop.ThingCreate")

    assert [value for value in [*taken, None] if not create.is_valid({"value": value})] == []
    assert [value for value in refused if create.is_valid({"value": value})] == []


def test_what_is_required_is_not_null() -> None:
    create = validator(document(_MODEL.replace("TYPE?", "json")), "shop.ThingCreate")

    assert create.is_valid({"value": {}})
    assert not create.is_valid({"value": None})
    assert not create.is_valid({})


def test_shapes_hold_what_callers_may_set_and_get() -> None:
    schemas = document(_MODEL.replace("TYPE", "int"))["components"]["schemas"]

    assert list(schemas["shop.Thing"]["properties"]) == [
        "id", "value", "fixed", "row_version", "created_at", "updated_at",
    ]  # fmt: skip
    assert list(schemas["shop.ThingCreate"]["properties"]) == ["id", "value", "hidden"]
    assert list(schemas["shop.ThingPatch"]["properties"]) == ["value", "hidden"]
    assert schemas["shop.Thing"]["required"] == list(schemas["shop.Thing"]["properties"])
    assert "required" not in schemas["shop.ThingPatch"]


def test_a_patch_holds_parts_of_structs() -> None:
    model = document(_MODEL.replace("TYPE", "Place"))

    assert validator(model, "shop.ThingPatch").is_valid({"value": {"depth": 1}})
    assert not validator(model, "shop.ThingCreate").is_valid({"value": {"depth": 1}})


def test_a_key_that_is_a_text_can_be_a_part_of_a_path() -> None:
    create = validator(document("objects: {T: {fields: {code: 'string(9), key'}}}"), "shop.TCreate")
    parts, others = ("a", "...", "queries", "a b", "ß%?"), ("", ".", "..", "query", "a/b", "a\nb", "\0")

    assert [text for text in parts if not create.is_valid({"code": text})] == []
    assert [text for text in others if create.is_valid({"code": text})] == []


def test_a_group_has_at_most_a_hundred_members() -> None:
    where = validator(document(_MODEL.replace("TYPE", "int")), "shop.ThingWhere")
    condition = {"value": {"eq": 1}}

    assert all(where.is_valid({group: [condition] * 100}) for group in ("any", "all"))
    assert not any(where.is_valid({group: [condition] * 101}) for group in ("any", "all"))
