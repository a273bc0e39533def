"""How a problem is shown: its line, its carets, and a word that may have been meant."""

from __future__ import annotations

import pytest
from stackwright.ontology.problems import File, Problem, Span, listed, near, quoted


def shown(line: str, start: int, stop: int) -> tuple[str, str]:
    """The line and the carets below it, as a terminal shows them."""
    at = Span(File("shop.yml", (line,)), 0, start, 0, stop)
    _, _, _, source, carets = str(Problem(code="SW000", message="wrong", at=at)).split("\n")
    return source.removeprefix("1 | "), carets.removeprefix("  | ")


def test_carets_stand_below_what_is_meant() -> None:
    assert shown("  total: Mony", 9, 13) == ("  total: Mony", "         ^^^^")


def test_wide_and_combined_characters_take_the_columns_that_a_terminal_gives_them() -> None:
    assert shown("日本: x", 4, 5) == ("日本: x", "      ^")
    assert shown("e\u0301: x", 4, 5) == ("e\u0301: x", "   ^")
    assert shown("a: 日本", 3, 5) == ("a: 日本", "   ^^^^")


def test_what_cannot_be_printed_is_shown_as_a_space() -> None:
    assert shown("a\tb\x07: x", 5, 6) == ("a b : x", "     ^")


def test_there_is_always_a_caret() -> None:
    assert shown("a: x", 9, 9) == ("a: x", "    ^")
    assert shown("a: x", 2, 2) == ("a: x", "  ^")


@pytest.mark.parametrize("start", [0, 30, 39, 40, 41, 100, 199, 290])
def test_of_a_long_line_the_part_around_the_mistake_is_shown(start: int) -> None:
    line = "".join(chr(0x4E00 + number) if number == start else "x" for number in range(300))

    source, carets = shown(line, start, start + 1)

    assert len(source.strip("…")) == 120
    assert source.startswith("…") == (start > 40)
    assert source.endswith("…") == (start < 220)
    assert source[len(carets) - 2] == chr(0x4E00 + start)
    assert carets.strip() == "^^"


def test_a_mistake_that_ends_in_another_line_is_marked_to_the_end_of_its_own() -> None:
    at = Span(File("shop.yml", ("fields: {a  ", "}")), 0, 8, 1, 1)

    assert str(Problem(code="SW000", message="wrong", at=at)).endswith("| fields: {a\n  |         ^^")


def test_a_stretch_of_an_unknown_place_is_as_unknown() -> None:
    nowhere = Span(File("shop.yml"))

    assert nowhere.part(1, 2) == nowhere
    assert Span(File("x"), 3, 4, 5, 6).part(1, 2)[1:] == (3, 5, 3, 6)


def test_the_word_that_is_nearest_is_offered() -> None:
    assert near("strnig", ["string", "text"]) == "did you mean 'string'?"
    assert near("STRING", ["strong", "string"]) == "did you mean 'string'?"
    assert near("quite", ["string", "text"]) == ""
    assert near("x" * 61, ["x" * 61]) == ""


def test_among_very_many_words_those_with_the_same_initial_are_looked_at() -> None:
    many = [f"b{number}" for number in range(101)]

    assert near("Totl", [*many, "total"]) == "did you mean 'total'?"
    assert near("otal", [*many, "total"]) == ""
    assert near("otal", [*many[:99], "total"]) == "did you mean 'total'?"


def test_what_is_quoted_stays_short_and_on_its_line() -> None:
    assert quoted("a\nb") == "'a\\u000ab'"
    assert quoted("x" * 60) == f"'{'x' * 60}'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"


def test_words_are_listed_as_people_list_them() -> None:
    assert listed([]) == "nothing"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
