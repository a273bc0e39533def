"""Statements that are too long are broken as the formatter breaks them."""

from __future__ import annotations

import pytest
from stackwright.rendering.lines import laid

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
