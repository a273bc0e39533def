"""`stackwright check`: load a model and tell every problem."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.commands import as_json
from stackwright.ontology import OntologyError, Problem, digest, load_directory

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """Take a project, and a wish for JSON."""
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        type=Path,
        help="the project, the folder that holds ontology/ (default: .)",
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(given: argparse.Namespace) -> int:
    """Print nothing but the report, so that tools can read it."""
    try:
        model = load_directory(given.path)
    except OntologyError as error:
        if given.json:
            print(as_json({"ok": False, "problems": [described(one) for one in error.problems]}))
        else:
            print(error, file=sys.stderr)
        return 1
    objects = sum(1 for _ in model.objects())
    if given.json:
        print(as_json({"ok": True, "digest": digest(model), "problems": []}))
    else:
        ontologies = ", ".join(ontology.name for ontology in model.ontologies)
        print(f"ok: {ontologies} ({objects} object{'' if objects == 1 else 's'})")
    return 0


def described(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON holds it."""
    known = problem.at.line >= 0
    return {
        "code": problem.code,
        "message": problem.message,
        "file": problem.at.file.name,
        "line": problem.at.line + 1 if known else None,
        "column": problem.at.column + 1 if known else None,
        "hint": problem.hint or None,
        "help": problem.help or None,
    }
