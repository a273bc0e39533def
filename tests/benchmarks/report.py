"""docs/benchmarks.md, with every number from one run."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.drawing import svg
from tests.benchmarks.figures import table
from tests.benchmarks.shops import LEANS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tests.benchmarks.figures import Figure

DOCS = Path(__file__).resolve().parents[2] / "docs"
_PACKAGES = (
    "copier", "jinja2", "fastapi", "flask", "django", "sqlalchemy", "pydantic", "uvicorn", "gunicorn",
    "asyncpg", "psycopg", "aiosqlite",
)  # fmt: skip
_TEXT = """\
# Benchmarks

Written by `make bench`; edits are lost. {day}, {machine}. Both sides of a ratio are measured side by side in
one run (A B, B A, …) and the figure is the median of the rounds' ratios, because a shared machine's absolute
times say little.

![The figures, each relative to its target](benchmarks.svg)

{table}
## What is compared

- **Render**: `stackwright.rendering.render`, without Copier, against a loop that calls Jinja for the same
  templates with views that are ready. The models are yards of objects like the shop's order. Processor time.
- **Memory**: the most that a process of its own ever has while it loads and renders.
- **`copier copy`**: from a git repository of the template, as a process, against Copier with a template of
  the same files, ready-made, and two questions. Time on the clock, the start of Python and Copier included.
- **`stackwright plan`, `update`**: as a process, on a committed project whose model has won a field, beside
  `copier update` of the same. Time on the clock, the start of Python included.
- **Service**: the rendered shop in a stack against the leanest that we could write by hand on the same
  framework and ORM ({leans}), with
  the same answers, on one database at the same time. Each is one process that is asked over four connections
  which stay open. The figure is the processor time of the server's processes per request.
- **Deep page**: the page behind row {deep:,}, reached by cursor, against the first. Time on the clock, the
  database's included.

{versions}
"""


def write(figures: Sequence[Figure], deep: int, day: date, folder: Path = DOCS) -> None:
    """Write the page and its picture."""
    text = _TEXT.format(
        day=day.isoformat(),
        machine=_machine(),
        table=table(figures),
        deep=deep,
        versions=_versions(),
        leans=", ".join(f"[{stack}](../tests/benchmarks/{lean.name})" for stack, lean in LEANS.items()),
    )
    (folder / "benchmarks.md").write_text(text, encoding="utf-8")
    (folder / "benchmarks.svg").write_text(svg(figures), encoding="utf-8")


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _versions() -> str:
    return ", ".join(f"{package} {version(package)}" for package in _PACKAGES) + "."
