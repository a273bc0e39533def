"""Statements that are too long are broken as the formatter breaks them."""

from __future__ import annotations

import pytest
from stackwright.rendering.lines import assigned, laid

from tests.unit.rendering.ruff import formatted

LONG = "AVeryLongNameForAnObjectWithManyWordsKey"


@pytest.mark.parametrize(
    "statement",
    [
        f'key: {LONG} = {LONG}(part=FieldKey(part=parts["part_part"], id=parts["part_id"]), id=parts["id"])',
        f'key: {LONG} = {LONG}(part=parts["a"])',
        'key: OrderKey = OrderKey(part=FieldKey(part=parts["part"], id=parts["part_id"]), id=parts["id"])',
        f"found = {LONG}(first=parts, second={LONG}(first=parts, second=parts), third=[parts, parts, parts])",
    ],
)
def test_what_is_laid_out_is_left_alone_by_the_formatter(statement: str) -> None:
    code = f"def f():\n{laid(f'    {statement}')}\n"

    assert formatted(code) == code


FIELDS = [
    ("{}", None),
    ("{} | None", None),
    ("{} | None", "None"),
    ("types.{}", None),
    ("types.{}", '"{}"'),
    ("{}", "1"),
    ("{}", "-1"),
    ("{} | None", "-1"),
    ("{}", "{}.WEB"),
    ("{}", "Field(alias=1)"),
    ("Annotated[int, Whole(low={})]", "-1"),
    ("int", '"{}"'),
    ("int", "{}()"),
    ("int", "{}(one, two)"),
    ("int", "Field(default_factory={})"),
    ("int | None", "Field(default_factory={})"),
    ("Annotated[str, Text(longest={})]", None),
    ("Annotated[str, Text(longest={})] | None", None),
    ("Annotated[str, Text(longest={})] | None", "None"),
    ("Annotated[str, Text(longest={})]", '"web"'),
    ("Annotated[str, Text(longest={}), pattern(1)]", 'Field(alias="copy", default=1)'),
    ("list[Annotated[str, Text(longest={})]]", "Field(default_factory=list)"),
]
LINES = [
    "def {name}(self) -> {}:",
    "def {name}(self, one: {}) -> int:",
    "async def {name}(one: {}) -> int:",
    "def {name}(one: {}, *, two: int | None = None) -> int:",
    "async def {name}(self, one: Annotated[str, Text(longest={})] | None) -> int:",
    "found = {}(one, two=[1, 2])",
    "found = one.{}",
    "return {}(one, two={{1: 2}})",
    'call(one, "a, (b", {}, (1,), the_other=another_one_of_these)',
]
NAME = "a_name_as_long_as_people_give"
LENGTHS = range(1, 64)  # of a name in a model


@pytest.mark.parametrize(("annotation", "value"), FIELDS)
def test_a_field_of_any_length_is_laid_out_as_by_the_formatter(annotation: str, value: str | None) -> None:
    fields = [
        assigned(f"{NAME}_{length}", annotation.format("a" * length), value and value.format("a" * length))
        for length in LENGTHS
    ]
    code = "\n".join(["class C:", *fields, ""])

    assert formatted(code) == code


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("indent", [4, 8])
def test_a_line_of_any_length_is_laid_out_as_by_the_formatter(line: str, indent: int) -> None:
    pad = " " * indent
    ending = f"\n{pad}    pass\n" if line.endswith(":") else ""
    lines = [f"{laid(pad + line.format('a' * length, name=NAME))}{ending}" for length in LENGTHS]
    opening = ["class C:", "    if x:"][: indent // 4]
    code = "\n".join([*opening, *lines, ""])

    assert formatted(code).replace("\n\n", "\n") == code.replace("\n\n", "\n")
