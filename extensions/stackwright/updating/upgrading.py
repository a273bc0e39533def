"""The long way of an update: another version of the template, by Copier itself, on a copy of the project."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stackwright.project import MODEL_FOLDER, model_sources
from stackwright.updating.copying import told_by_copier
from stackwright.updating.git import git, lines
from stackwright.updating.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.updating.recorded import Recorded
    from stackwright.updating.repository import Repository


def upgrade(repository: Repository, recorded: Recorded, version: str, changes: Mapping[str, Any]) -> Outcome:
    """Return what `copier update --vcs-ref VERSION` would make of a project, which is left alone.

    RenderingError with Copier's own words where it refuses.
    """
    import copier  # noqa: PLC0415 - half a second that other commands do not pay

    with _copy(repository) as project:
        with told_by_copier(recorded.template):
            copier.run_update(
                project,
                answers_file=recorded.name,
                data=dict(changes),
                vcs_ref=version,
                defaults=True,
                overwrite=True,
                unsafe=True,
                quiet=True,
            )
        return _difference(project)


@contextmanager
def _copy(repository: Repository) -> Iterator[Path]:
    """Yield a clone of the project as it is committed, with the model as it lies there."""
    with tempfile.TemporaryDirectory(prefix="stackwright-") as directory:
        clone = Path(directory) / "clone"
        git(repository.top, "clone", "--quiet", "--shared", str(repository.top), str(clone))
        project = clone / repository.inside
        for path in model_sources(project):
            (project / path).unlink()
        for path, text in model_sources(repository.folder).items():
            (project / path).parent.mkdir(exist_ok=True)
            (project / path).write_text(text, "utf-8", newline="")
        git(clone, "add", "--all", "--", f"{repository.inside}{MODEL_FOLDER}")
        git(clone, "commit", "--quiet", "--allow-empty", "--message", "The model as it is")
        yield project


def _difference(updated: Path) -> Outcome:
    told = git(updated, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    top = Path(git(updated, "rev-parse", "--show-toplevel").decode().strip()).resolve()
    files: dict[str, bytes | None] = {}
    conflicts = []
    for entry in lines(told):
        state, path = entry[:2], (top / entry[3:]).relative_to(updated.resolve()).as_posix()
        place = updated / path
        files[path] = place.read_bytes() if place.is_file() else None
        conflicts += [path] if "U" in state or state == "AA" else []
    return Outcome(files=dict(sorted(files.items())), conflicts=tuple(sorted(conflicts)))
