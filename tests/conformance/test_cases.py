"""The cases themselves: well formed, named apart, and about the model that they are played on."""

from __future__ import annotations

import re
from collections import Counter

import jsonschema
import pytest

from tests.conformance.cases import cases, documents, gaps, schema
from tests.conformance.problems import problems

_SAVED = re.compile(r"\$\{([a-z_0-9]+)\}")


@pytest.mark.parametrize("name", documents())
def test_a_file_of_cases_fits_its_schema(name: str) -> None:
    jsonschema.validate(documents()[name], schema())


def test_no_two_cases_have_the_same_name() -> None:
    names = Counter(case.name for case in cases())

    assert [name for name, count in names.items() if count > 1] == []


def test_there_are_enough_cases_to_speak_of_a_contract() -> None:
    assert len(cases()) >= 200


def test_every_problem_that_a_case_expects_is_in_the_contract() -> None:
    expected = {step["problem"] for case in cases() for step in case.then if "problem" in step}

    assert expected <= problems().keys()


def test_every_problem_of_the_contract_is_expected_by_some_case() -> None:
    expected = {step["problem"] for case in cases() for step in case.then if "problem" in step}

    # A database that is away is the subject of the fault tests.
    assert problems().keys() - expected <= {"unavailable"}


def test_a_case_uses_only_values_that_it_has_saved() -> None:
    for case in cases():
        known = {"run"}
        for step in (*case.given, *case.then):
            used = set(_SAVED.findall(str({key: value for key, value in step.items() if key != "save"})))
            assert used <= known | {"i"}, case.name
            known |= set(step.get("save", {}))


def test_a_known_gap_is_about_a_case_that_there_is() -> None:
    assert {name for name, _, _ in gaps()} <= {case.name for case in cases()}
