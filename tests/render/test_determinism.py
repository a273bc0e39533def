"""The same model gives the same bytes, whatever runs the renderer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.conftest import HERE, READY

VERSIONS = ("3.11", "3.12", "3.13")
SURROUNDINGS = {
    "plain": {},
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C", "PYTHONUTF8": "0"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def interpreter(version: str) -> str | None:
    """Return a Python of that version: from the path, or one that uv knows; None where there is none."""
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    found = [shutil.which(f"python{version}")]
    if uv is not None:
        command = [uv, "python", "find", "--no-project", "--no-python-downloads", version]
        found.append(subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip())
    if pyenv := shutil.which("pyenv"):
        listed = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout.strip()
        found += [str(one / "bin/python") for one in sorted(Path(listed, "versions").glob(f"{version}.*"))]
    return next((one for one in found if one and _runs(one)), None)


def _runs(command: str) -> bool:
    # A shim may be on the path without a Python behind it.
    return subprocess.run([command, "-c", ""], capture_output=True, check=False).returncode == 0


INTERPRETERS = [one for one in map(interpreter, VERSIONS) if one is not None]
SCRIPT = """
import hashlib, json, os, pathlib, sys
os.umask(int(sys.argv[2], 8))
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render
model = load_directory(pathlib.Path(sys.argv[1]))
made = [render(model, Answers(stack=stack)) for stack in sys.argv[3:]]
print(hashlib.sha256(json.dumps(made).encode()).hexdigest())
"""


@pytest.fixture(scope="module", params=INTERPRETERS)
def other_python(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A virtual environment of each interpreter, with what rendering needs."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([request.param, "-m", "venv", folder], check=True)
    python = str(folder / "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "jinja2", "pyyaml"], check=True)
    return python


def digest(interpreter: str, surroundings: dict[str, str], umask: str) -> str:
    """Render the museum in every stack, in a process of its own; return the digest of all of it."""
    done = subprocess.run(
        [interpreter, "-c", SCRIPT, str(HERE / "tests/models/museum"), umask, *READY],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(HERE / "extensions"), **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def expected() -> str:
    return digest(sys.executable, {}, "022")


def test_every_interpreter_renders_the_same(other_python: str, expected: str) -> None:
    assert digest(other_python, {"PYTHONHASHSEED": "1"}, "077") == expected


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_no_surroundings_change_a_byte(name: str, expected: str) -> None:
    assert digest(sys.executable, SURROUNDINGS[name], "077") == expected
