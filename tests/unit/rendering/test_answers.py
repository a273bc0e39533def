"""Answers that cannot be rendered are refused in one line, with an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stackwright.rendering.answers import Answers, check, package_for, package_problem, problem
from stackwright.rendering.errors import AnswerError


@given(st.text(max_size=60))
def test_a_package_name_can_be_made_of_any_project_name(project_name: str) -> None:
    assert package_problem(package_for(project_name)) == ""


@pytest.mark.parametrize("name", ["shop", "order_desk", "a1_b2"])
def test_good_package_names(name: str) -> None:
    assert package_problem(name) == ""


@pytest.mark.parametrize(
    "name", ["", "Shop", "1shop", "a-b", "a__b", "_a", "a_", "class", "json", "tests", "a" * 41]
)
def test_bad_package_names_are_told_with_an_example(name: str) -> None:
    found = package_problem(name)

    assert "order_desk" in found or "_service" in found
    assert "\n" not in found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("project_name", " "),
        ("author", "a\nb"),
        ("description", "x" * 201),
        ("database", "db2"),
        ("licence", "GPL"),
    ],
)
def test_other_answers_are_checked(name: str, value: str) -> None:
    assert problem(name, value)
    with pytest.raises(AnswerError, match=f"^{name}: "):
        check(Answers(**{name: value}))


def test_what_is_no_answer_has_no_problem() -> None:
    assert problem("_commit", "v1") == ""


def test_answers_are_picked_out_of_more() -> None:
    assert Answers.of({"package_name": "x", "_commit": "v1", "example": "shop"}) == Answers(package_name="x")
