"""Whatever a model says, what comes out is Python that a formatter and a linter leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.models.checking import complaints, rendered, write
from tests.models.strategies import models
from tests.render.conftest import READY

if TYPE_CHECKING:
    from pathlib import Path

HOW_MANY = 25


@pytest.mark.parametrize("stack", READY)
def test_any_model_renders_to_clean_code(stack: str, tmp_path: Path) -> None:
    drawn: list[dict[str, str]] = []

    @settings(
        max_examples=HOW_MANY,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(models())
    def draw(sources: dict[str, str]) -> None:
        drawn.append(sources)

    draw()
    for number, sources in enumerate(drawn):
        write(rendered(sources, stack), tmp_path / f"m{number}")

    assert complaints(tmp_path) == ""
