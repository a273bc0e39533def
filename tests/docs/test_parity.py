"""The parity page says what the tests are."""

from __future__ import annotations

from tests.conformance.cases import cases
from tests.docs import parity


def test_the_page_is_as_its_command_writes_it() -> None:
    assert parity.PAGE.read_text("utf-8") == parity.page(), "run `make parity`"


def test_every_area_of_the_suite_has_a_row() -> None:
    assert {case.area for case in cases()} == set(parity._AREAS)
