"""Patterns mean one thing: in the checker, in Python, and in engines that are told the canonical spelling."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import SchemaValidator, ValidationError, core_schema
from stackwright.ontology.patterns import PatternError, compile_pattern

GOOD = [
    r"^[^@\s]+@[^@\s]+$", r"^[A-Z]{2}$", r"^\d{4}-\d{2}$", r"a|b|", r"^(?:ab)*c+?$", r"^[\w-]+$", r"x{2,}",
    r"x{0,3}y", r"^a\/b$", r"[&~^a]", r"[^\]\[]", r"\x41\u0042", r"^.$", r"\.\*\+", r"(a|b)(c|d)?", r"[-a]",
    r"\D\W\S", r"ü+", r"", r"[\t ]", r"a-b&&c",
]  # fmt: skip


@pytest.mark.parametrize("pattern", GOOD)
@given(value=st.text(st.sampled_from("abcxyAB@ .-/\n\t&~^[]12_ü\u2028"), max_size=8))
def test_our_automaton_python_and_the_linear_engine_agree(pattern: str, value: str) -> None:
    compiled = compile_pattern(pattern)
    ours = compiled.found_in(value)
    schema = core_schema.str_schema(pattern=compiled.text, regex_engine="rust-regex")

    try:
        SchemaValidator(schema).validate_python(value)
        linear = True
    except ValidationError:
        linear = False

    assert ours == linear
    python = rf"{compiled.text[:-1]}\Z" if compiled.text.endswith("$") else compiled.text
    assert ours == bool(re.search(python, value))


@pytest.mark.parametrize("pattern", GOOD)
def test_the_canonical_spelling_is_its_own(pattern: str) -> None:
    text = compile_pattern(pattern).text

    assert compile_pattern(text).text == text


@pytest.mark.parametrize(
    "pattern",
    [r"(?=a)", r"(?<n>a)", r"(?i)a", r"\1", r"\bx", r"\pL", r"a++", r"{", r"a{,2}", r"]", r"}", r"[[a]",
     r"[]", r"[a-\d]", r"[\D]", r"\A", r"\z", r"\ud800", r"\e", r"(a{99}){99}", "(" * 40 + ")" * 40,
     r"[a-b-c]"],
)  # fmt: skip
def test_what_engines_read_differently_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern(pattern)

    assert caught.value.compiles


@pytest.mark.parametrize("pattern", ["(", ")", "[a", "*a", "a|*", "[z-a]", "a{2,1}", "\\", "^*", "(?:"])
def test_what_no_engine_takes_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern(pattern)

    assert not caught.value.compiles


def test_a_pattern_that_makes_others_hang_takes_no_time() -> None:
    assert not compile_pattern("^(a+)+$").found_in("a" * 2000 + "!")


@given(st.text(st.sampled_from(r"ab[]()^$*+?{}\|-.,12dwsxu&"), max_size=12))
def test_any_text_is_a_pattern_or_a_pattern_error(text: str) -> None:
    try:
        canonical = compile_pattern(text).text
    except PatternError:
        return

    re.compile(canonical)
    SchemaValidator(core_schema.str_schema(pattern=canonical, regex_engine="rust-regex"))
