"""Rendered projects run on newer Pythons, too, with the newest libraries there: Django 6, for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.render.conftest import HERE, READY
from tests.render.test_determinism import VERSIONS, interpreter

HERE_ITSELF = f"{sys.version_info.major}.{sys.version_info.minor}"
NEWER = [version for version in VERSIONS if version != HERE_ITSELF and interpreter(version)]
UV = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module", params=NEWER)
def newer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A virtual environment with what rendered projects need."""
    folder = tmp_path_factory.mktemp(f"python{request.param}")
    made = interpreter(request.param)
    assert made is not None
    subprocess.run([made, "-m", "venv", folder], check=True)
    python = str(folder / "bin/python")
    pip = [UV, "pip", "install", "--python", python] if UV else [python, "-m", "pip", "install"]
    if not UV:  # what comes with an older Python knows no groups
        subprocess.run([*pip, "--quiet", "--upgrade", "pip>=25.1"], check=True)
    subprocess.run([*pip, "--quiet", "--group", "rendered", "pytest"], cwd=HERE, check=True)
    return python


def said(python: str, *command: str, cwd: Path) -> str:
    done = subprocess.run(
        [python, *command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd / "src"), "RELAY": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    return done.stdout


def test_these_are_newer_libraries(newer: str, tmp_path: Path) -> None:
    assert int(said(newer, "-c", "import django; print(django.VERSION[0])", cwd=tmp_path)) >= 6


@pytest.mark.parametrize("stack", READY)
def test_the_tests_of_a_project_pass_on_a_newer_python(newer: str, stack: str, tmp_path: Path) -> None:
    for path, text in render(load_directory(HERE / "examples/shop"), Answers(stack=stack)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")

    said(newer, "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=tmp_path)
