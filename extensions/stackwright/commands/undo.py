"""`stackwright undo`: take back the last update, or the one that was cut off."""

from __future__ import annotations

from pathlib import Path

import typer

from stackwright.commands import CHANGES, JsonOption, ProjectOption, as_json, told


def run(project: ProjectOption = Path(), json: JsonOption = False) -> int:
    """Take back the last update; refused where its files have been changed since."""
    from stackwright.rendering import RenderingError  # noqa: PLC0415
    from stackwright.updating.journal import Journal  # noqa: PLC0415
    from stackwright.updating.recorded import Recorded  # noqa: PLC0415
    from stackwright.updating.repository import Repository  # noqa: PLC0415

    try:
        Recorded.of(project)
        journal = Journal(Repository.of(project))
        with journal.alone():
            paths = journal.undo()
    except RenderingError as error:
        return told(error, json=json)
    if json:
        typer.echo(as_json({"ok": True, "files": paths}))
    else:
        typer.echo(f"Taken back: {len(paths)} files are as they were before the update.")
    return CHANGES
