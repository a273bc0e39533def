"""How each type of the model is spelled in Python: as it is read, as it is given, as it begins."""

from __future__ import annotations

import json

import pytest
from stackwright.ontology import load
from stackwright.rendering.views import types

MODEL = """
ontology: shop
types: {Money: "decimal(12, 2), >= 0"}
enums: {Size: [small, big]}
structs: {Box: {fields: {n: int}}}
objects:
  Other: {fields: {id: "uuid, key"}}
  Pair: {key: [a, b], fields: {a: int, b: string(3)}}
  Thing: {fields: {id: "uuid, key", x: FIELD}}
"""


@pytest.mark.parametrize(
    ("field", "read", "given"),
    [
        ("bool", "bool", "Annotated[bool, values.Flag()]"),
        ("short", "int", "Annotated[int, values.Whole(-32768, 32767)]"),
        ("int, > 1, < 9", "int", "Annotated[int, values.Whole(2, 8)]"),
        ("int, >= 2, <= 8", "int", "Annotated[int, values.Whole(2, 8)]"),
        ("long", "int", "Annotated[int, values.Whole()]"),
        ("long, < 5", "int", "Annotated[int, values.Whole(-9007199254740991, 4)]"),
        (
            "float",
            "float",
            "Annotated[float, values.Real(low=-3.4028234663852886e38, high=3.4028234663852886e38)]",
        ),
        ("double, > 0.5, <= 2", "float", "Annotated[float, values.Real(high=2.0, above=0.5)]"),
        ("decimal(9, 2)", "Decimal", "Annotated[Decimal, values.Digits(9, 2)]"),
        ("decimal(9, 2), >= 0", "Decimal", "Annotated[Decimal, values.Digits(9, 2, low=Decimal(0))]"),
        (
            "decimal(20, 8), < 5",
            "Annotated[Decimal, values.DecimalText]",
            "Annotated[Decimal, values.Digits(20, 8, below=Decimal(5))]",
        ),
        ("decimal(9, 0)", "Decimal", "Annotated[Decimal, values.Digits(9, 0)]"),
        ("string(40)", "str", "Annotated[str, values.Text(longest=40)]"),
        ("text", "str", "Annotated[str, values.Text()]"),
        ("string(9), pattern /a+/", "str", 'Annotated[str, values.Text(longest=9, pattern="a+")]'),
        ("bytes(16)", "Annotated[bytes, values.BlobText]", "Annotated[bytes, values.Blob(longest=16)]"),
        ("date", "dt.date", "Annotated[dt.date, values.Day()]"),
        ("time", "dt.time", "Annotated[dt.time, values.TimeOfDay()]"),
        ("datetime", "dt.datetime", "Annotated[dt.datetime, values.Instant()]"),
        ("duration", "Annotated[dt.timedelta, values.SpanText]", "Annotated[dt.timedelta, values.Span()]"),
        ("uuid", "UUID", "Annotated[UUID, values.Identifier()]"),
        ("json", "Any", "Annotated[Any, values.Anything()]"),
        ("Size", "Size", "Annotated[Size, values.Choice(Size)]"),
        ("Box", "Box", "Box"),
        ("Money", "Decimal", "Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]"),
        ("ref Other", "UUID", 'Annotated[UUID, values.Identifier(), values.Refers("shop.Other")]'),
        ("ref Pair", "PairKey", 'Annotated[PairKey, values.Refers("shop.Pair")]'),
        ("string(9)[]", "list[str]", "list[Annotated[str, values.Text(longest=9)]]"),
        ("Size[]", "list[Size]", "list[Annotated[Size, values.Choice(Size)]]"),
        (
            "decimal(20, 8)[]",
            "list[Annotated[Decimal, values.DecimalText]]",
            "list[Annotated[Decimal, values.Digits(20, 8)]]",
        ),
    ],
)
def test_a_type(field: str, read: str, given: str) -> None:
    thing = load({"ontology/shop.yml": MODEL.replace("FIELD", json.dumps(field))}).ontologies[0].objects[-1]

    assert types.read_type(thing.field("x")) == read
    assert types.input_type(thing.field("x")) == given
    assert types.default(thing.field("x")) is None
    assert types.made(thing.field("x")) is None


@pytest.mark.parametrize(
    ("field", "default", "made"),
    [
        ("bool = true", "True", "True"),
        ("Size = big", "Size.BIG", "Size.BIG"),
        ("datetime = now", "pydantic.Field(default_factory=identifiers.now)", "moment"),
        ("uuid = uuid", "pydantic.Field(default_factory=identifiers.uuid7)", "identifiers.uuid7()"),
        ("int?", "None", None),
        ("int = 3", "3", "3"),
        ("string(9) = 'a\"b'", "'a\"b'", "'a\"b'"),
        ("double = 0.1", "0.1", "0.1"),
        ("decimal(9, 2) = 1.5", 'Decimal("1.50")', 'Decimal("1.50")'),
        (
            "duration = PT1H",
            'pydantic.Field(default_factory=lambda: values.Span().read("PT1H"))',
            'values.Span().read("PT1H")',
        ),
    ],
)
def test_a_default(field: str, default: str, made: str) -> None:
    """`default` is for who creates an object, `made` for what the service gives itself."""
    thing = load({"ontology/shop.yml": MODEL.replace("FIELD", json.dumps(field))}).ontologies[0].objects[-1]

    assert types.default(thing.field("x")) == default
    assert types.made(thing.field("x")) == made
