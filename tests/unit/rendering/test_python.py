"""Whatever a model says reaches Python as data: literals, docstrings and comments."""

from __future__ import annotations

import ast
import io
import tokenize
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stackwright.rendering.python import comment, doc, py

from tests.unit.rendering.ruff import formatted

SIGNS = [
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "\n",
    "\r",
    "\t",
    "\0",
    "\x7f",
    "\x85",
    "\x0c",
    "\xa0",
    " ",
    "#",
    ":",
    "%",
]
STRANGE = ["\u200b", "\u2028", "\u202e", "\ufeff", "\U000e0001", "\ud800", "é", "注", "😀", "a", " \n "]
CODE = ["{{ x }}", "{% raw %}", "\\N{DASH}", "\\x41", "${x}", "noqa", "type: ignore", "fmt: off"]
NASTY = st.sampled_from([*SIGNS, *STRANGE, *CODE])
texts = st.one_of(st.lists(NASTY, max_size=8).map("".join), st.text(max_size=30))
values = st.recursive(
    st.one_of(
        texts, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False, allow_infinity=False)
    ),
    lambda inner: st.one_of(
        st.lists(inner), st.tuples(inner), st.tuples(inner, inner), st.dictionaries(texts, inner)
    ),
    max_leaves=6,
)


@given(values)
def test_a_literal_is_its_value(value: object) -> None:
    literal = py(value)

    assert ast.literal_eval(literal) == value
    assert not {unicodedata.category(character) for character in literal} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.lists(texts, min_size=30, max_size=30))
@settings(max_examples=15, deadline=None)
def test_a_literal_has_the_quotes_of_the_formatter(values: list[str]) -> None:
    code = "".join(f"value = {py(value)}\n" for value in values)

    assert formatted(code) == code


def _words(text: str) -> list[str]:
    return text.split()


@given(texts, st.sampled_from([0, 4, 8]))
@example('"', 4)
@example("ends with a \\", 4)
@example('ends with "', 0)
@example('a\n  "b"\n\\', 4)
@example('\\ and """', 4)
@settings(max_examples=60, deadline=None)
def test_a_docstring_says_its_text_and_is_left_alone_by_the_formatter(text: str, indent: int) -> None:
    opening = "".join(f"{' ' * level}class A:\n" for level in range(0, indent, 4))
    code = f"{opening}{' ' * indent}{doc(text, indent)}\n"

    body: ast.AST = ast.parse(code)
    while not isinstance(body, ast.Module | ast.ClassDef) or isinstance(body.body[0], ast.ClassDef):
        body = body.body[0]  # type: ignore[attr-defined]

    assert _words(ast.get_docstring(body, clean=False) or "") == _words(text)
    assert formatted(code) == code


@given(texts)
@settings(max_examples=60, deadline=None)
def test_a_comment_is_only_comments(text: str) -> None:
    code = comment(text) + "\n"

    kinds = {token.type for token in tokenize.generate_tokens(io.StringIO(code).readline)}

    assert kinds <= {tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER, tokenize.NEWLINE}
    assert formatted(code) == code


@pytest.mark.parametrize(
    "order", ["noqa", "type: ignore", "fmt: off", "ruff: noqa", "pragma: no cover", "a # noqa: E501"]
)
def test_a_comment_gives_no_orders_to_tools(order: str) -> None:
    written = comment(order)

    assert f"# {order}" != written
    assert "# noqa" not in written


def test_sets_are_in_an_order() -> None:
    assert py({"b", "a"}) == '{"a", "b"}'
    assert py(frozenset({"b", "a"})) == 'frozenset({"a", "b"})'
    assert (py(set()), py(frozenset())) == ("set()", "frozenset()")
