"""`stackwright update`: plan an update, then write it in one step that can be taken back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import (
    CHANGES,
    DONE,
    ERROR,
    DataOption,
    JsonOption,
    ProjectOption,
    ToOption,
    as_json,
    told,
)
from stackwright.ontology import OntologyError


def run(
    project: ProjectOption = Path(),
    to: ToOption = None,
    data: DataOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="do not ask at a terminal")] = False,
    json: JsonOption = False,
) -> int:
    """Bring a project to its model, its answers and a version of the template, all at once or not at all."""
    from stackwright.commands.planning import described, planned, shown  # noqa: PLC0415
    from stackwright.rendering import RenderingError  # noqa: PLC0415
    from stackwright.updating.journal import Journal  # noqa: PLC0415
    from stackwright.updating.recorded import Recorded  # noqa: PLC0415
    from stackwright.updating.repository import Repository  # noqa: PLC0415

    try:
        Recorded.of(project)
        journal = Journal(Repository.of(project))
        with journal.alone():
            if cut_off := journal.interrupted():
                journal.finish()
                typer.echo(f"An update of {cut_off} files had been cut off; it is finished now.", err=True)
            _, plan = planned(project, to, data)
            if not json:
                typer.echo("\n".join(shown(plan)))
            if not plan.files or not (yes or json or _agreed()):
                if json:
                    typer.echo(as_json(described(plan)))
                return CHANGES if cut_off and not plan.files else DONE if not plan.files else ERROR
            journal.apply(plan.outcome.files)
    except (OntologyError, RenderingError) as error:
        return told(error, json=json)
    if json:
        typer.echo(as_json(described(plan)))
    else:
        typer.echo(
            "Done. Look at `git diff`, run `make test`, then commit; `stackwright undo` takes it back."
        )
    for path in plan.outcome.conflicts:
        typer.echo(f"{path}: your edit and the new text meet; decide between the marks", err=True)
    return ERROR if plan.outcome.conflicts else CHANGES


def _agreed() -> bool:
    """Ask at a terminal; where there is none, who runs the command has decided."""
    return not sys.stdin.isatty() or typer.confirm("Write this?")
