"""What holds of every model in every stack, and of every text that is none."""

from __future__ import annotations

import ast
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import OntologyError, digest, load, source
from stackwright.ontology.codes import CODES
from stackwright.rendering import Answers, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.problems import Problem

RUFF = Path(sys.executable).with_name("ruff")


def rendered(sources: dict[str, str], stack: str) -> dict[str, str]:
    """Render a model twice, its files in either order: the same bytes; Python compiles, and hides no name."""
    answers = Answers(stack=stack, package_name="demo")
    made = render(load(sources), answers)
    assert made == render(load(dict(reversed(sources.items()))), answers)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path, text in made.items():
            if path.endswith(".py"):
                compile(text, path, "exec")
                assert (path, hidden(text)) == (path, set())
    return made


def hidden(text: str) -> set[str]:
    """Return the names that a module imports or declares more than once: the second hides the first."""
    seen: set[str] = set()
    twice: set[str] = set()
    for node in _statements(ast.parse(text).body):
        names = {alias.asname or alias.name for alias in getattr(node, "names", ())}
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names = {node.name}
        twice |= seen & names
        seen |= names
    return twice


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module, those below `if TYPE_CHECKING:` too."""
    for node in body:
        yield node
        if isinstance(node, ast.If):
            yield from _statements(node.body)


def write(made: dict[str, str], folder: Path) -> None:
    """Put a rendered project on disk."""
    for path, text in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def complaints(folder: Path) -> str:
    """Return what ruff says of the projects in a folder: nothing, if they are formatted and clean."""
    said = ""
    for command in (["format", "--check", "--quiet"], ["check", "--quiet"]):
        # Each project has settings of its own, which ruff finds beside its files.
        done = subprocess.run([RUFF, *command, "."], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said += done.stdout[-4000:] + done.stderr[-1000:]
    return said


def told(sources: dict[str, str]) -> tuple[Problem, ...]:
    """Load, or be told: a report that can be shown, of known codes. A model survives its record."""
    try:
        model = load(sources)
    except OntologyError as error:
        report = error
    else:
        assert source.load_record(source.record(sources)) == model
        assert digest(model)
        return ()
    assert report.problems
    assert {problem.code for problem in report.problems} <= set(CODES)
    assert str(report).endswith(("file", "files"))
    return report.problems
