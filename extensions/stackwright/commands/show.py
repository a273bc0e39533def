"""`stackwright show`: what the template makes of a file, whatever the project has made of it since."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import DONE, ProjectOption, told
from stackwright.ontology import OntologyError, load_directory


def run(
    path: Annotated[str, typer.Argument(help="the file, as the project knows it: src/shop/app.py")],
    project: ProjectOption = Path(),
) -> int:
    """Print a file as the template makes it today, from the project's model and answers."""
    from stackwright.rendering import RenderingError, render  # noqa: PLC0415
    from stackwright.updating.recorded import Recorded  # noqa: PLC0415

    try:
        made = render(load_directory(project), Recorded.of(project).answers)
    except (OntologyError, RenderingError) as error:
        return told(error)
    path = Path(path).as_posix()
    if path not in made:
        near = difflib.get_close_matches(path, made, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return told(ValueError(f"{path}: no file of the template{hint}"))
    typer.echo(made[path], nl=False)
    return DONE
