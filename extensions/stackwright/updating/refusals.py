"""What an update will not begin with: states of a project in which something would be lost silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.project import MODEL_FOLDER
from stackwright.updating.repository import RepositoryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from stackwright.updating.journal import Journal
    from stackwright.updating.repository import Repository

_SHOWN = 10


def demand_finished(journal: Journal) -> None:
    """Refuse to look at a tree that an update was about to write when it was cut off."""
    if count := journal.interrupted():
        raise RepositoryError(
            f"An update of {count} files was cut off. `stackwright update` finishes it, `stackwright undo` "
            "takes it back."
        )


def demand_committed(repository: Repository) -> None:
    """Refuse a tree with changes that nobody could get back; the model may be under way."""
    model = f"{MODEL_FOLDER}/"
    changed = [path for path in repository.uncommitted(known=True) if not path.startswith(model)]
    if changed:
        raise RepositoryError(
            f"These files have changes that are not committed:\n{_listed(changed)}\n"
            "Commit or stash them, and run the command again."
        )


def demand_inside(folder: Path, paths: Iterable[str]) -> None:
    """Refuse where a folder of these paths is a link out of the project."""
    top = folder.resolve()
    outside = sorted(path for path in paths if not (folder / path).parent.resolve().is_relative_to(top))
    if outside:
        raise RepositoryError(f"These paths lead out of the project:\n{_listed(outside)}")


def demand_safe(repository: Repository, paths: Collection[str]) -> None:
    """Refuse to write where git could not give back what was there, or outside of the project."""
    demand_inside(repository.folder, paths)
    links = sorted(path for path in paths if (repository.folder / path).is_symlink())
    if links:
        raise RepositoryError(f"These files are links, where the template writes files:\n{_listed(links)}")
    ignored = repository.ignored(paths)
    if ignored:
        raise RepositoryError(
            f"git ignores these files, which the template writes:\n{_listed(ignored)}\n"
            "Take them out of .gitignore and commit them, and run the command again."
        )
    folders = {path for path in paths if (repository.folder / path).is_dir()}
    strange = sorted(folders | (set(repository.uncommitted(known=False)) & set(paths)))
    if strange:
        raise RepositoryError(
            f"These files are in the way, and git does not know them:\n{_listed(strange)}\n"
            "Commit or move them, and run the command again."
        )


def _listed(paths: list[str]) -> str:
    rest = len(paths) - _SHOWN
    more = [f"… and {rest} more"] if rest > 0 else []
    return "\n".join(f"  {path}" for path in [*paths[:_SHOWN], *more])
