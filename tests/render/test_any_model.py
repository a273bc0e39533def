"""Whatever a model says, what comes out is Python that a formatter and a linter leave alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stackwright.ontology import load
from stackwright.rendering import Answers, render

from tests.models.strategies import models
from tests.render.conftest import READY

HOW_MANY = 25
RUFF = Path(sys.executable).with_name("ruff")


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
        rendered = render(load(sources), Answers(stack=stack, package_name="demo"))
        assert rendered == render(
            load(dict(reversed(sources.items()))), Answers(stack=stack, package_name="demo")
        )
        for path, text in rendered.items():
            if path.endswith(".py"):
                compile(text, path, "exec")
            target = tmp_path / f"m{number}" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")

    for command in (["format", "--check", "--quiet"], ["check", "--quiet"]):
        # Each project has settings of its own, which ruff finds beside its files.
        done = subprocess.run(
            [RUFF, *command, "."], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
