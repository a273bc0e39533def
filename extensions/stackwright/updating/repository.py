"""What git knows about a project: its top, what is not committed, what is ignored."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from stackwright.rendering import RenderingError
from stackwright.updating.git import git, lines

if TYPE_CHECKING:
    from collections.abc import Iterable


class RepositoryError(RenderingError):
    """The project is not in a state in which it can be updated; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository of a project. `folder` is the project, which may be a folder of the repository."""

    folder: Path
    top: Path

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Find the repository; RepositoryError where there is none, or no git."""
        try:
            found = git(folder, "rev-parse", "--show-toplevel").decode()
        except FileNotFoundError:
            raise RepositoryError("git is not there; updates need it") from None
        except subprocess.CalledProcessError:
            raise RepositoryError(
                f"{folder} is in no git repository; make it one: git init && git add . && git commit"
            ) from None
        return cls(folder.resolve(), Path(found.strip()).resolve())

    @property
    def inside(self) -> str:
        """Where the project lies in the repository, as `services/shop/`; nothing at its top."""
        inside = self.folder.relative_to(self.top).as_posix()
        return "" if inside == "." else f"{inside}/"

    def private(self, name: str) -> Path:
        """Return a path beside git's own files, of this working tree, that nobody commits."""
        found = Path(git(self.folder, "rev-parse", "--git-path", name).decode().strip())
        return found if found.is_absolute() else self.folder / found

    def uncommitted(self, *, known: bool) -> list[str]:
        """List the project's files that differ from the last commit, or those that git does not know."""
        told = git(
            self.folder, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."
        )
        return sorted(
            entry[3:].removeprefix(self.inside) for entry in lines(told) if entry.startswith("??") != known
        )

    def ignored(self, paths: Iterable[str]) -> list[str]:
        """Return those of the project's paths that git ignores and does not know."""
        given = "\0".join(sorted(paths)).encode()
        return lines(git(self.folder, "check-ignore", "--stdin", "-z", stdin=given, may_fail=True))
