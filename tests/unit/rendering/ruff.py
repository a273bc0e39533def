"""What ruff would leave of a text: the measure of every layout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUFF = str(Path(sys.executable).parent / "ruff")


def formatted(code: str) -> str:
    """Return the code as `ruff format` leaves it."""
    return _run(["format", "--isolated", "--line-length", "88", "-"], code)


def sorted_imports(code: str, package: str) -> str:
    """Return the code with its imports as ruff's `I` rules leave them."""
    known = f'lint.isort.known-first-party = ["{package}"]'
    options = ["check", "--isolated", "--select", "I", "--fix", "--config", known, "--line-length", "88"]
    return _run([*options, "--target-version", "py311", "-"], code)


def _run(arguments: list[str], code: str) -> str:
    done = subprocess.run([_RUFF, *arguments], input=code, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + code
    return done.stdout
