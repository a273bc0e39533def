"""Words that a pattern matches."""

from __future__ import annotations

import pytest
from stackwright.ontology.patterns import compile_pattern
from stackwright.ontology.words import words


@pytest.mark.parametrize(
    ("pattern", "shortest", "longest", "expected"),
    [
        ("^MR[0-9]{7}$", 1, 9, ("MR0000000", "MR0000001", "MR0000002")),
        ("^[A-Z]{2}$", 1, 9, ("AA", "AB", "AC")),
        (r"^\+[1-9][0-9]{6,14}$", 1, 16, ("+1000000", "+1000001", "+1000002")),
        (r"^[0-9]{4}-(0[1-9]|1[0-2])$", 1, 9, ("0000-01", "0000-02", "0000-03")),
        ("^(ab|c)*$", 0, 9, ("", "c", "ab")),
        ("^[^a]$", 1, 9, ("A", "0", "b")),
        ("€|ü", 1, 1, ("ü", "€")),
        ("abc", 5, 5, ("aaabc", "aabca", "aabcb")),
        ("^x{60}$", 1, 60, ("x" * 60,)),
        ("^(a|a)*(a|a)*(a|a)*b$", 30, 40, ("a" * 29 + "b", "a" * 30 + "b", "a" * 31 + "b")),
        ("^$", 1, 9, ()),
        ("^a$b", 1, 9, ()),
        ("^[0-9]{9}$", 1, 8, ()),
    ],
)
def test_the_first_words_of_a_pattern(
    pattern: str, shortest: int, longest: int, expected: tuple[str, ...]
) -> None:
    found = words(pattern, shortest, longest, 3)

    assert found == expected
    assert [word for word in found if not compile_pattern(pattern).found_in(word)] == []


def test_a_pattern_that_needs_very_long_words_has_none_rather_than_taking_long() -> None:
    assert words("^(([a-z]{9})*|([a-z]{11})*){9}[0-9]{900}$", 1, 2000, 3) == ()
