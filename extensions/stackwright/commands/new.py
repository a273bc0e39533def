"""`stackwright new`: a new project, from the template that this package brings."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path  # noqa: TC003 - Typer reads it
from typing import Annotated

import typer

from stackwright.commands import DONE, DataOption, JsonOption, as_json, told
from stackwright.commands.console import say, working
from stackwright.ontology import OntologyError

_HISTORY = """It is a git repository now, because updates need one. Begin its history:

    git add . && git commit -m "First render\""""


def run(
    folder: Annotated[Path, typer.Argument(help="where the project goes: a new folder, or one with a model")],
    preset: Annotated[
        str | None, typer.Option(metavar="PRESET", help="how much comes with it: minimal, api or full")
    ] = None,
    data: DataOption = None,
    template: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="another template: a git URL or a clone")
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="VERSION", help="its version (default: the one installed)")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="take the defaults, and ask nothing")] = False,
    json: JsonOption = False,
) -> int:
    """Make a new project: ask the questions that nothing is given for, then render all of it."""
    from stackwright.commands.planning import answers_of  # noqa: PLC0415
    from stackwright.creating import begin_history, create, demand_room, source  # noqa: PLC0415
    from stackwright.project import ANSWERS_FILE, recorded_answers  # noqa: PLC0415
    from stackwright.rendering import RenderingError  # noqa: PLC0415

    try:
        demand_room(folder, template)
        given = answers_of([*(data or ()), *([f"preset={preset}"] if preset else ())], also=["example"])
        ask = sys.stdin.isatty() and not (yes or json)
        with source(template, to) as found, nullcontext() if ask else working("Rendering…"):
            count = create(folder, found, given, ask=ask)
    except (OntologyError, RenderingError) as error:
        return told(error, json=json)
    begun = begin_history(folder)
    if json:
        typer.echo(as_json({"ok": True, "folder": str(folder), "files": count}))
        return DONE
    answers = recorded_answers(folder / ANSWERS_FILE)
    made = f"{answers.stack}, preset {answers.preset}, {count} files"
    say(f"{answers.project_name} is ready in {folder}: {made}")
    say(f"\n    cd {folder}\n    make run\n")
    say(_HISTORY if begun else "Commit it: an update needs a history to merge with.")
    return DONE
