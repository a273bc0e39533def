"""`stackwright update`: plan an update, then write it in one step that can be taken back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from stackwright.commands.console import say, working
from stackwright.ontology import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.updating.recorded import Recorded


def run(
    project: ProjectOption = Path(),
    to: ToOption = None,
    data: DataOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="do not ask at a terminal")] = False,
    json: JsonOption = False,
) -> int:
    """Bring a project to its model, its answers and a version of the template, all at once or not at all."""
    from stackwright.commands.planning import described, planned, show  # noqa: PLC0415
    from stackwright.rendering import RenderingError  # noqa: PLC0415
    from stackwright.updating.journal import Journal  # noqa: PLC0415
    from stackwright.updating.recorded import Recorded  # noqa: PLC0415
    from stackwright.updating.repository import Repository  # noqa: PLC0415

    try:
        recorded = Recorded.of(project)
        journal = Journal(Repository.of(project))
        with journal.alone():
            if cut_off := journal.interrupted():
                journal.finish()
                say(f"An update of {cut_off} files had been cut off; it is finished now.", "yellow", err=True)
            with working("Comparing what there is with what would be…"):
                _, plan = planned(project, to, data)
            if not json:
                show(plan)
            if plan.files and not (yes or json or _agreed()):
                return ERROR
            if plan.files:
                journal.apply(plan.outcome.files)
    except (OntologyError, RenderingError) as error:
        return told(error, json=json)
    if json:
        typer.echo(as_json(described(plan)))
    if not plan.files:
        return CHANGES if cut_off else DONE
    if not json:
        _tell(recorded, "Written" if plan.outcome.conflicts else "Done")
    for path in plan.outcome.conflicts:
        say(f"{path}: your edit and the new text meet; decide between the marks", "red", err=True)
    return ERROR if plan.outcome.conflicts else CHANGES


def _tell(before: Recorded, how: str) -> None:
    say(f"{how}. Look at `git diff`, run `make test`, then commit. To take it back: stackwright undo")
    for line in _left(before):
        say(line)


def _left(before: Recorded) -> Iterator[str]:
    """Yield what the update leaves to be done by hand: files of the user's that no longer fit."""
    from stackwright.project import orphans  # noqa: PLC0415
    from stackwright.rendering.render import HERE  # noqa: PLC0415
    from stackwright.switching import remaining, switched  # noqa: PLC0415
    from stackwright.updating.recorded import Recorded  # noqa: PLC0415

    now = Recorded.of(before.folder)
    if left := list(remaining(now.folder, now.model, now.answers, before.answers, HERE)):
        changed = switched(before.answers, now.answers)
        yield f"\nThe {changed} is another one now. These files are yours and stay as you leave them:"
        yield from (f"  {path}: {what}" for path, what in left)
    if gone := orphans(now.folder):
        yield "\nYours, but no longer in the model; move what you still need, then delete:"
        yield from (f"  {path}" for path in gone)


def _agreed() -> bool:
    """Ask at a terminal; where there is none, who runs the command has decided."""
    return not sys.stdin.isatty() or typer.confirm("Write this?")
