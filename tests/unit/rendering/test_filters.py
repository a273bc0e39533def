"""Texts of a model in every other language that is rendered."""

from __future__ import annotations

import html
import json
import sqlite3
import tomllib

import yaml
from hypothesis import given
from hypothesis import strategies as st
from stackwright.rendering.filters import FILTERS

text = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.lists(
        st.sampled_from(['"', "'", "\\", "\n", "\x7f", "\x85", "\u2028", "\ufeff", "\0", "😀", ": ", "#"])
    ).map("".join),
)


@given(text)
def test_toml_reads_what_was_written(value: str) -> None:
    assert tomllib.loads(f"a = {FILTERS['toml'](value)}") == {"a": value}


@given(st.lists(text))
def test_toml_has_lists(values: list[str]) -> None:
    assert tomllib.loads(f"a = {FILTERS['toml'](values)}") == {"a": values}


@given(text)
def test_yaml_reads_what_was_written(value: str) -> None:
    assert yaml.safe_load(f"a: {FILTERS['yaml'](value)}") == {"a": value}


@given(text)
def test_json_reads_what_was_written(value: str) -> None:
    assert json.loads(FILTERS["json"](value)) == value


@given(text.filter(lambda value: "\0" not in value))
def test_sql_reads_what_was_written(value: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        assert connection.execute(f"SELECT {FILTERS['sql'](value)}").fetchone() == (value,)
    connection.close()


@given(text)
def test_html_holds_no_markup(value: str) -> None:
    written = FILTERS["html"](value)

    assert html.unescape(written) == html.unescape(html.escape(value))
    assert not set(str(written)) & set("<>\"'")


@given(text)
def test_markdown_stays_on_its_line(value: str) -> None:
    assert len(str(FILTERS["md"](value)).splitlines()) <= 1


def test_markdown_means_nothing_by_its_signs() -> None:
    assert FILTERS["md"]("a|b *c* <d> `e`") == r"a\|b \*c\* \<d\> \`e\`"


def test_sql_writes_numbers_truths_and_nothing() -> None:
    assert [FILTERS["sql"](value) for value in (None, True, False, 3, 1.5)] == [
        "NULL",
        "TRUE",
        "FALSE",
        "3",
        "1.5",
    ]
