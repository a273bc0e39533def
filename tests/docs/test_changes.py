"""The page of changes says what the code says."""

from __future__ import annotations

from tests.docs import changes


def test_the_tables_are_as_their_command_writes_them() -> None:
    text = changes.PAGE.read_text("utf-8")

    assert text.count(changes.MARK) == 1
    assert text == changes.page(text), "run `python -m tests.docs.changes`"
