"""`stackwright diff`: what has changed between two models, whom that breaks, which version it asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import CHANGES, DONE, ERROR, JsonOption, ProjectOption, as_json, told
from stackwright.commands.check import described
from stackwright.ontology import OntologyError, load_directory


def run(
    old: Annotated[
        str, typer.Argument(help="a folder that holds ontology/, or a git revision: main, v1.2, HEAD~3")
    ],
    new: Annotated[
        str | None,
        typer.Argument(help="another one (default: the project as it lies there, committed or not)"),
    ] = None,
    project: ProjectOption = Path(),
    breaking: Annotated[
        bool, typer.Option("--breaking", help="tell and count breaking changes only")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="write the breaking changes to .stackwright/accepted.yml")
    ] = False,
    json: JsonOption = False,
) -> int:
    """Tell what has changed between two models, whom it breaks, and which version that asks for."""
    from stackwright.baseline import BaselineError, read_accepted, write_accepted  # noqa: PLC0415
    from stackwright.evolution import Comparison, as_data, compare, report  # noqa: PLC0415
    from stackwright.revisions import RevisionError, model_at  # noqa: PLC0415

    try:
        which = old
        before = model_at(old, project)
        which = str(project) if new is None else new
        after = load_directory(project) if new is None else model_at(new, project)
        comparison = Comparison(changes=compare(before, after), accepted=read_accepted(project))
    except OntologyError as error:
        if json:
            problems = [described(one) for one in error.problems]
            typer.echo(as_json({"ok": False, "model": which, "problems": problems}))
        else:
            typer.echo(f"The model of {which} has mistakes.\n\n{error}", err=True)
        return ERROR
    except (BaselineError, RevisionError) as error:
        return told(error, json=json)
    if accept:
        comparison = comparison.accept()
        write_accepted(project, comparison.accepted)
    asked = comparison.breaking() if breaking else comparison
    typer.echo(as_json({"ok": True, **as_data(asked)}) if json else "\n".join(report(asked)))
    # Whoever asks for what breaks has an answer to what is accepted.
    return CHANGES if (asked.open if breaking else asked.changes) else DONE
