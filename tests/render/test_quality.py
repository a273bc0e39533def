"""A rendered project passes its own checks, as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render
from stackwright.rendering.stacks import load_stacks

from tests.render.conftest import HERE, READY

# The museum has about twenty objects: composite keys, self references, reserved words, odd texts.
MODELS = {
    "empty": HERE / "examples/empty",
    "shop": HERE / "examples/shop",
    "clinic": HERE / "examples/clinic",
    "museum": HERE / "tests/models/museum",
}
BIN = Path(sys.executable).parent


# Every model in full, the shop with nothing beside, and with some where administrators have pages.
CASES = [
    *product(MODELS, READY, ["full"]),
    *product(["shop"], READY, ["minimal"]),
    *product(["shop"], [stack for stack in READY if load_stacks(HERE)[stack].has("apps")], ["api"]),
]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every model in every stack, on disk."""
    name, stack, preset = request.param
    folder = tmp_path_factory.mktemp(f"{name}-{stack}")
    for path, text in render(load_directory(MODELS[name]), Answers(stack=stack, preset=preset)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def passes(project: Path, *command: str) -> None:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def prepared(project: Path) -> str:
    """What must happen before any module can be imported: Django finds its applications first."""
    if not (project / "manage.py").exists():
        return ""
    (package,) = (path.name for path in (project / "src").iterdir() if (path / "config").exists())
    names = {"DJANGO_SETTINGS_MODULE": f"{package}.config.settings.test", "RELAY": "false"}
    return f"import os; os.environ.update({names}); import django; django.setup(); "


def test_it_is_formatted(project: Path) -> None:
    passes(project, "ruff", "format", "--check", ".")


def test_it_is_linted(project: Path) -> None:
    passes(project, "ruff", "check", ".")


def test_it_is_typed(project: Path) -> None:
    passes(project, "mypy")


def test_it_is_layered(project: Path) -> None:
    passes(project, "lint-imports")


def test_it_imports_without_a_warning(project: Path) -> None:
    modules = sorted(
        path.relative_to(project / "src").with_suffix("").as_posix().replace("/", ".")
        for path in (project / "src").rglob("*.py")
        if path.name != "__main__.py"
    )

    passes(
        project,
        "python",
        "-W",
        "error",
        "-c",
        f"{prepared(project)}import importlib; [*map(importlib.import_module, {modules})]",
    )


def test_its_own_tests_pass(project: Path) -> None:
    passes(project, "python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
