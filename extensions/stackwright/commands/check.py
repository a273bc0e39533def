"""`stackwright check`: is the model right, and the project what the model, the answers and we make of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackwright.commands import CHANGES, DONE, ERROR, JsonOption, as_json
from stackwright.commands.console import say
from stackwright.ontology import OntologyError, Problem, digest, load_directory
from stackwright.updating.state import State

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model


def run(
    path: Annotated[
        Path, typer.Argument(metavar="[PATH]", help="the project, the folder that holds ontology/")
    ] = Path(),
    json: JsonOption = False,
) -> int:
    """Check the model and tell every problem; in a rendered project, tell what an update would find, too."""
    try:
        model = load_directory(path)
    except OntologyError as error:
        if json:
            typer.echo(as_json({"ok": False, "problems": [described(one) for one in error.problems]}))
        else:
            say(str(error), err=True)
        return ERROR
    state = _state(path, model)
    if json:
        told = {"errors": state.problems, "todo": state.todo, "notes": state.notes}
        typer.echo(as_json({"ok": not state.problems, "digest": digest(model), "problems": [], **told}))
    else:
        _tell(model, state)
    return ERROR if state.problems else CHANGES if state.todo else DONE


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


def _state(folder: Path, model: Model) -> State:
    if not any(folder.glob(".copier-answers*.yml")):  # a model alone needs neither Jinja nor git
        return State()
    from stackwright.updating.inspecting import inspect  # noqa: PLC0415

    return inspect(folder, model)


def _tell(model: Model, state: State) -> None:
    objects = sum(1 for _ in model.objects())
    ontologies = ", ".join(ontology.name for ontology in model.ontologies)
    if not state.problems:
        say(f"ok: {ontologies} ({objects} object{'' if objects == 1 else 's'})", "green")
    for problem in state.problems:
        say(problem, "red", err=True)
    for line in state.todo:
        say(line, "yellow")
    for line in state.notes:
        say(line)
