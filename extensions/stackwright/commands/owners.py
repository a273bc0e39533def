"""`stackwright owners`: whose a file is, where it comes from, and what an update does with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands import DONE, JsonOption, ProjectOption, as_json, told

_MEANING = {
    "generated": "replaced by every update; an edit of yours is merged into what comes, and `check` names it",
    "shared": "written by updates, with your edits merged in",
    "yours": "never changed by an update, never deleted",
}


def run(
    paths: Annotated[list[str], typer.Argument(help="files, as the project knows them: src/shop/app.py")],
    project: ProjectOption = Path(),
    json: JsonOption = False,
) -> int:
    """Tell whose files are, and what an update does with them."""
    try:
        known = _known(project)
    except (OSError, ValueError, KeyError):
        return told(
            ValueError(f"{project} has no .stackwright/report.json: is it a rendered project?"), json=json
        )
    found = [{"path": path, **known.get(Path(path).as_posix(), _OURS)} for path in paths]
    if json:
        typer.echo(as_json({"files": found}))
        return DONE
    for one in found:
        source = f", from {one['source']}" if one["source"] else ""
        typer.echo(f"{one['path']}: {one['owner']}{source}\n  {_MEANING[str(one['owner'])]}")
    return DONE


_OURS: dict[str, str | None] = {"owner": "yours", "source": None, "role": None}


def _known(project: Path) -> dict[str, dict[str, str | None]]:
    report = json.loads((project / ".stackwright/report.json").read_text("utf-8"))
    return {file["path"]: {name: file[name] for name in _OURS} for file in report["files"]}
