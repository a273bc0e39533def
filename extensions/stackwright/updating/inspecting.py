"""Looks at a rendered project: at its record, its files, and whether migrations have followed the model."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from stackwright.evolution import compare
from stackwright.ontology import OntologyError
from stackwright.project import owners, rendered_digests
from stackwright.rendering import RenderingError
from stackwright.rendering.answers import check
from stackwright.revisions import RevisionError, model_at
from stackwright.updating.git import git, lines
from stackwright.updating.journal import Journal
from stackwright.updating.planning import own_version
from stackwright.updating.recorded import Recorded
from stackwright.updating.repository import Repository
from stackwright.updating.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackwright.ontology.ir import Model


def inspect(folder: Path, model: Model) -> State:
    """Tell the state of a project with this model."""
    try:
        recorded = Recorded.of(folder)
        check(recorded.answers)
        last = recorded.model
    except (RenderingError, OntologyError) as error:
        return State(problems=(str(error),))
    own = own_version()
    notes = []
    if recorded.commit != own:
        notes.append(
            f"rendered by {recorded.commit or 'an unknown version'}, {own} is installed: stackwright plan"
        )
    return State(
        problems=tuple(_problems(folder)),
        todo=tuple(_todo(folder, recorded, last, model)),
        notes=tuple(notes),
    )


def _problems(folder: Path) -> Iterator[str]:
    whose = owners(folder)
    for path, digest in rendered_digests(folder).items():
        if whose[path] != "generated":
            continue
        place = folder / path
        if not place.is_file():
            yield f"{path}: generated, and not there; git checkout brings it back"
        elif hashlib.sha256(place.read_bytes()).hexdigest() != digest:
            yield f"{path}: generated, and edited by hand"


def _todo(folder: Path, recorded: Recorded, last: Model, model: Model) -> Iterator[str]:
    try:
        repository = Repository.of(folder)
    except RenderingError:
        repository = None
    if repository is not None and (count := Journal(repository).interrupted()):
        yield f"an update of {count} files was cut off: stackwright update, or stackwright undo"
    if not recorded.holds(recorded.sources()):
        changes = len(compare(last, model))
        what = f"{changes} change{'' if changes == 1 else 's'}" if changes else "no change that shows"
        yield f"the model has changed since the last render ({what}): stackwright update"
    elif repository is not None and (late := _unmigrated(repository, model)):
        yield f'no migration has followed the model ({", ".join(late)}): make migration m="…"'


def _unmigrated(repository: Repository, model: Model) -> list[str]:
    """Name what the database must follow since migrations were last written, as git knows."""
    homes = [":(glob)migrations/**", ":(glob)src/*/migrations/**"]
    told = git(repository.folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *homes)
    if lines(told):  # one is being written
        return []
    last = git(repository.folder, "log", "-1", "--format=%H", "--", *homes).decode().strip()
    if not last:
        return []
    try:
        then = model_at(last, repository.folder)
    except (RevisionError, OntologyError):
        return []
    return [change.place for change in compare(then, model) if change.migrates]
