"""Runs schemathesis against a server, and serves a model to run it against."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.databases import Database
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind

REPOSITORY = Path(__file__).parents[2]
MODELS = {
    "shop": REPOSITORY / "examples" / "shop",
    "conformance": REPOSITORY / "tests" / "conformance" / "model",
    "clinic": REPOSITORY / "examples" / "clinic",
}
ALL_PHASES = ("examples", "coverage", "fuzzing", "stateful")
_SETTINGS = {
    "ENVIRONMENT": "development",
    "SECRET_KEY": "fuzzing signs its cursors with this",
    "RELAY": "true",
    "LOG_LEVEL": "WARNING",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Whether every check held, of how many requests, and what schemathesis printed."""

    passed: bool
    requests: int
    output: str


def fuzz(
    url: str,
    *,
    seed: int,
    examples: int,
    phases: tuple[str, ...] = ALL_PHASES,
    operations: tuple[str, ...] = (),
    failures: int | None = None,
) -> Outcome:
    """Run all checks with a seed; `operations` picks some by a regular expression of their ids."""
    command = [
        sys.executable, "-m", "schemathesis.cli",
        "--config-file", str(Path(__file__).parent / "schemathesis.toml"),
        "run", f"{url}/openapi.json",
        "--checks", "all", "--seed", str(seed), "--phases", ",".join(phases), "--max-examples", str(examples),
        "--suppress-health-check", "all", "--continue-on-failure", "--no-shrink", "--no-color",
    ]  # fmt: skip
    for operation in operations:
        command += ["--include-operation-id-regex", operation]
    if failures is not None:
        command += ["--max-failures", str(failures)]
    environment = os.environ | {
        "SCHEMATHESIS_HOOKS": "tests.fuzz.hooks",
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "extensions")]),
    }
    finished = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
    made = re.search(r"^  (\d+) generated", finished.stdout, re.MULTILINE)
    return Outcome(
        passed=finished.returncode == 0,
        requests=int(made[1]) if made else 0,
        output=finished.stdout + finished.stderr,
    )


@contextmanager
def served(model: str, stack: str, kind: Kind, directory: Path) -> Iterator[RunningServer]:
    """Yield a server of one of the models on a fresh database."""
    project = directory / f"{model}-{stack}-{kind}"
    answers = Answers(project_name="Fuzzed", package_name="fuzzed", stack=stack)
    for path, text in render(load_directory(MODELS[model]), answers).items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    with Database.fresh(kind, directory) as database:
        settings = {**_SETTINGS, "DATABASE_URL": database.url}
        run(project, "migrate", settings)
        run(project, "seed", settings)
        with RunningServer.start(project, settings) as server:
            yield server
