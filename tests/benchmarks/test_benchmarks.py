from __future__ import annotations

import pytest

from tests.benchmarks.__main__ import PARTS, main
from tests.benchmarks.drawing import svg
from tests.benchmarks.figures import HEADINGS, Figure, Target, table
from tests.benchmarks.shops import LEANS

ROWS = {"render": 4, "copy": 1, "update": 2, "sqlite": 6 * len(LEANS), "postgresql": 6 * len(LEANS)}


@pytest.mark.parametrize(
    "part",
    [pytest.param(part, marks=pytest.mark.postgresql if part == "postgresql" else ()) for part in PARTS],
)
def test_a_quick_run_measures_every_figure_of_a_part(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--only", part]) == 0

    head, _, *rows = capsys.readouterr().out.splitlines()
    assert [cell.strip() for cell in head.strip("| ").split(" | ")] == list(HEADINGS)
    assert len(rows) == ROWS[part]
    assert all(row.count("|") == len(HEADINGS) + 1 for row in rows)


def test_a_missed_target_is_said_in_the_table_and_in_the_picture() -> None:
    missed = Figure(what="a", where="b & c", ours="3", yardstick="1", value=3.0, target=Target("≤", 2))

    assert "| 3.00" in table([missed])
    assert "**no**" in table([missed])
    assert "b &amp; c" in svg([missed])
    assert "#b03a2e" in svg([missed])


@pytest.mark.parametrize(
    ("relation", "value", "kept"), [("≤", 2.0, True), ("≤", 2.1, False), ("≥", 1.9, False)]
)
def test_a_target_holds_up_to_its_bound(relation: str, value: float, kept: bool) -> None:
    assert Target(relation, 2).holds(value) is kept
