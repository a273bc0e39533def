"""The plan of an update: what would change, file by file, and why; nothing is written."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from stackwright import __version__
from stackwright.evolution import Comparison, compare
from stackwright.project import check_mergeable, rendered_digests
from stackwright.rendering.render import HERE, files
from stackwright.updating.git import git
from stackwright.updating.recorded import loaded
from stackwright.updating.refusals import demand_inside
from stackwright.updating.regenerating import regenerate
from stackwright.updating.upgrading import upgrade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stackwright.rendering import File
    from stackwright.updating.outcome import Outcome
    from stackwright.updating.recorded import Recorded
    from stackwright.updating.repository import Repository

Action = Literal["add", "change", "merge", "conflict", "delete"]
Cause = Literal["model", "answers", "template"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What would become of one file. `edited` is one that was changed by hand since the last render."""

    path: str
    action: Action
    owner: str
    causes: tuple[Cause, ...]
    edited: bool
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an update would do: the versions of the template, the model's changes, the files."""

    old_version: str
    new_version: str
    comparison: Comparison
    files: tuple[Planned, ...]
    outcome: Outcome

    @property
    def migrates(self) -> bool:
        """Whether the database must follow."""
        return any(change.migrates for change in self.comparison.changes)


def own_version() -> str:
    """Return the version of the template that this package brings, as Copier would name it."""
    if not (HERE / ".git").exists():
        return f"v{__version__}"
    try:
        return git(HERE, "describe", "--tags", "--always").decode().strip()
    except (FileNotFoundError, subprocess.CalledProcessError):
        return f"v{__version__}"


def plan(
    repository: Repository, recorded: Recorded, changes: Mapping[str, Any], version: str | None = None
) -> Plan:
    """Return what an update to a version of the template would do; this package's own where none is named.

    OntologyError and RenderingError tell what stands in its way.
    """
    own = own_version()
    wanted = version or own
    model, answers = recorded.model, replace(recorded.answers, **changes)
    here = loaded(recorded.sources())
    known = {"old": model, "new": here}
    if recorded.commit == wanted == own:
        made = regenerate(recorded, changes)
        check_mergeable(repository.folder, made.new)
        result, old, new = made.outcome, made.old, made.new
    else:
        check_mergeable(repository.folder, files(model, recorded.answers))
        demand_inside(repository.folder, rendered_digests(repository.folder))
        result = upgrade(repository, recorded, wanted, changes)
        old, new = files(model, recorded.answers), files(here, answers)
    between = files(here, recorded.answers) if changes and result.files else new
    causes = _Causes(recorded.name, old, between, new, rendered_digests(repository.folder))
    return Plan(
        old_version=recorded.commit,
        new_version=wanted,
        comparison=Comparison(changes=compare(known["old"], known["new"])),
        files=tuple(_planned(repository.folder, path, result, causes) for path in result.files),
        outcome=result,
    )


@dataclass(frozen=True, slots=True)
class _Causes:
    """Renders of this version: of the old model, of the new one, and of that with the new answers."""

    record: str
    old: Mapping[str, File]
    between: Mapping[str, File]
    new: Mapping[str, File]
    digests: Mapping[str, str]

    def of(self, path: str) -> tuple[Cause, ...]:
        if path == self.record:
            return ()
        found: list[Cause] = []
        if _text(self.old, path) != _text(self.between, path):
            found.append("model")
        if _text(self.between, path) != _text(self.new, path):
            found.append("answers")
        rendered = self.digests.get(path)
        if not found or (rendered is not None and rendered != _digest(_text(self.old, path))):
            found.append("template")
        return tuple(found)


def _planned(folder: Path, path: str, result: Outcome, causes: _Causes) -> Planned:
    place, after = folder / path, result.files[path]
    before = place.read_bytes() if place.is_file() else None
    known = causes.new.get(path) or causes.old.get(path)
    rendered = causes.digests.get(path)
    edited = before is not None and rendered is not None and hashlib.sha256(before).hexdigest() != rendered
    return Planned(
        path=path,
        action=_action(path, before, after, result, edited=edited),
        owner="shared" if path == causes.record else known.owner if known else "generated",
        causes=causes.of(path),
        edited=edited,
        before=before,
        after=after,
    )


def _action(path: str, before: bytes | None, after: bytes | None, result: Outcome, *, edited: bool) -> Action:
    if path in result.conflicts:
        return "conflict"
    if after is None:
        return "delete"
    if before is None:
        return "add"
    return "merge" if edited else "change"


def _text(made: Mapping[str, File], path: str) -> str | None:
    """Return a file's text: of the user's own, it only matters whether there is one."""
    file = made.get(path)
    return None if file is None else "" if file.owner == "yours" else file.text


def _digest(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()
