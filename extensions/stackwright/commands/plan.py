"""`stackwright plan`: what an update would change, and why; nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import CHANGES, DONE, DataOption, JsonOption, ProjectOption, ToOption, as_json, told
from stackwright.ontology import OntologyError


def run(
    project: ProjectOption = Path(),
    to: ToOption = None,
    data: DataOption = None,
    diff: Annotated[bool, typer.Option("--diff", help="show the changed lines, too")] = False,
    json: JsonOption = False,
) -> int:
    """Tell what an update would change, file by file, and why; nothing is written."""
    from stackwright.commands.planning import described, planned, shown  # noqa: PLC0415
    from stackwright.rendering import RenderingError  # noqa: PLC0415

    try:
        _, plan = planned(project, to, data)
    except (OntologyError, RenderingError) as error:
        return told(error, json=json)
    typer.echo(as_json(described(plan)) if json else "\n".join(shown(plan, diff=diff)))
    return CHANGES if plan.files else DONE
