"""`stackwright plan`: what an update would change, and why; nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import CHANGES, DONE, DataOption, JsonOption, ProjectOption, ToOption, as_json, told
from stackwright.commands.console import working
from stackwright.ontology import OntologyError


def run(
    project: ProjectOption = Path(),
    to: ToOption = None,
    data: DataOption = None,
    diff: Annotated[bool, typer.Option("--diff", help="show the changed lines, too")] = False,
    json: JsonOption = False,
) -> int:
    """Tell what an update would change, file by file, and why; nothing is written."""
    from stackwright.commands.planning import described, planned, show  # noqa: PLC0415
    from stackwright.rendering import RenderingError  # noqa: PLC0415

    try:
        with working("Comparing what there is with what would be…"):
            _, plan = planned(project, to, data)
    except (OntologyError, RenderingError) as error:
        return told(error, json=json)
    if json:
        typer.echo(as_json(described(plan)))
    else:
        show(plan, diff=diff)
    return CHANGES if plan.files else DONE
