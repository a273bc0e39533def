"""The command line: each command is one function and one row in `_COMMANDS`."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright import __version__
from stackwright.ontology import OntologyError, Problem, digest, load_directory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, what it does, its options, and the function that runs it."""

    name: str
    summary: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 a problem that was told, 2 a command that was not understood."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    given = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = given.run
    return run(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stackwright", description="One model, idiomatic Python backends.")
    parser.add_argument("--version", action="version", version=f"stackwright {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        sub = commands.add_parser(command.name, help=command.summary, description=command.summary)
        command.options(sub)
        sub.set_defaults(run=command.run)
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        type=Path,
        help="the project, the folder that holds ontology/ (default: .)",
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def _check(given: argparse.Namespace) -> int:
    """Load the model and tell every problem; print nothing but the report, so that tools can read it."""
    try:
        model = load_directory(given.path)
    except OntologyError as error:
        if given.json:
            print(_as_json({"ok": False, "problems": [_problem(one) for one in error.problems]}))
        else:
            print(error, file=sys.stderr)
        return 1
    objects = sum(1 for _ in model.objects())
    if given.json:
        print(_as_json({"ok": True, "digest": digest(model), "problems": []}))
    else:
        ontologies = ", ".join(ontology.name for ontology in model.ontologies)
        print(f"ok: {ontologies} ({objects} object{'' if objects == 1 else 's'})")
    return 0


def _problem(problem: Problem) -> dict[str, object]:
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


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


_COMMANDS = (
    Command("check", "Check the model of a project and tell every problem.", _check_options, _check),
)
