"""Models and first migrations of Django say the same: `makemigrations` finds nothing to add."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stackwright.ontology import load, load_directory
from stackwright.rendering import Answers, render
from stackwright.rendering.stacks import load_stacks

from tests.models.strategies import models
from tests.render.conftest import HERE, READY

if TYPE_CHECKING:
    from pathlib import Path

    from stackwright.ontology.ir import Model

STACKS = [stack for stack in READY if load_stacks(HERE)[stack].has("apps")]
MODELS = ("examples/empty", "examples/shop", "tests/models/museum", "tests/models/circles")
HOW_MANY = 8

_CHECKED = """
import django

django.setup()
from django.core.management import call_command
from django.db import connection
from {package}.generated.persistence import migrating, seeding

url = "sqlite:///{folder}/checked.db"
call_command("check", fail_level="WARNING")
call_command("makemigrations", check_changes=True, dry_run=True)
migrating.upgrade(url)
assert migrating.differences(url) == []
print(seeding.seed(url) if {seeded} else "")
"""


def check(model: Model, stack: str, folder: Path, *, seeded: bool) -> None:
    for path, text in render(model, Answers(stack=stack, package_name="demo")).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder / "src"),
        "DATABASE_URL": f"sqlite:///{folder}/checked.db",
        "DJANGO_SETTINGS_MODULE": "demo.config.settings.development",
    }
    code = _CHECKED.format(package="demo", folder=folder, seeded=seeded)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "No changes detected" in done.stdout


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_left_to_migrate_in_a_model_of_ours(model: str, stack: str, tmp_path: Path) -> None:
    check(load_directory(HERE / model), stack, tmp_path, seeded=True)


@pytest.mark.parametrize("stack", STACKS)
def test_nothing_is_left_to_migrate_in_any_model(stack: str, tmp_path: Path) -> None:
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
        check(load(sources), stack, tmp_path / f"m{number}", seeded=False)
