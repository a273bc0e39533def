"""Writes many files as one: a kill leaves them as before or, once the next command has looked, as after.

Everything new and everything old is laid down first, beside git's own files; renaming that folder is the
moment from which the update counts. What was written last can be taken back.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from filelock import FileLock, Timeout

from stackwright.updating.repository import RepositoryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stackwright.updating.repository import Repository

_INDEX = "journal.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One file: the digests of what it was and what it becomes; None where it is not there."""

    path: str
    before: str | None
    after: str | None
    mode: int


class Journal:
    """The updates of one project. Use it with `alone`, so that two commands never write at once."""

    def __init__(self, repository: Repository) -> None:
        self._folder = repository.folder
        place = hashlib.sha256(repository.inside.encode()).hexdigest()[:12]
        self._home = repository.private("stackwright") / place
        self._draft = self._home / "draft"
        self._begun = self._home / "begun"
        self._done = self._home / "done"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock of the project; RepositoryError where another command holds it."""
        lock = FileLock(self._home / "lock", timeout=0)
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout:
            raise RepositoryError("another stackwright command is changing this project") from None
        except OSError as error:
            raise RepositoryError(f"{_what(error)}; nothing has been changed") from None
        try:
            yield
        finally:
            lock.release()

    def interrupted(self) -> int:
        """Tell how many files an update was about to write that was cut off; 0 where none was."""
        return len(self._steps(self._begun)) if self._begun.is_dir() else 0

    def apply(self, files: Mapping[str, bytes | None]) -> None:
        """Write files, and remove those without content, as one step; RepositoryError if one cannot be."""
        try:
            self._begin(files)
            self._finish()
        except OSError as error:
            shutil.rmtree(self._draft, ignore_errors=True)
            if self._begun.is_dir():
                with _told(f"{_what(error)}, nor could what was written be taken back"):
                    self._undo()
            raise RepositoryError(f"{_what(error)}; nothing has been changed") from None

    def finish(self) -> None:
        """Write what has been begun; RepositoryError if it cannot be."""
        with _told("The update that was cut off cannot be finished"):
            self._finish()

    def undo(self) -> list[str]:
        """Take back the last update, or the one that was cut off; return its files."""
        with _told("The update cannot be taken back"):
            return self._undo()

    def _finish(self) -> None:
        self._put(self._begun, "after")
        shutil.rmtree(self._done, ignore_errors=True)
        self._begun.rename(self._done)

    def _undo(self) -> list[str]:
        if not self._begun.is_dir():
            if not self._done.is_dir():
                raise RepositoryError("there is no update to take back")
            self._demand_untouched(self._steps(self._done), "before")
            self._done.rename(self._begun)  # so that the next command knows, should this be cut off
        self._put(self._begun, "before")
        paths = [step.path for step in self._steps(self._begun)]
        shutil.rmtree(self._draft, ignore_errors=True)
        self._begun.rename(self._draft)  # gone at once, for whoever is killed while it is removed
        shutil.rmtree(self._draft, ignore_errors=True)
        return paths

    def _begin(self, files: Mapping[str, bytes | None]) -> None:
        shutil.rmtree(self._draft, ignore_errors=True)
        self._draft.mkdir(parents=True)
        steps = [self._laid_down(number, path, new) for number, (path, new) in enumerate(files.items())]
        _write(self._draft / _INDEX, json.dumps([asdict(step) for step in steps]).encode())
        self._draft.rename(self._begun)

    def _laid_down(self, number: int, path: str, new: bytes | None) -> Step:
        file = self._folder / path
        old = _content(file)
        for name, content in (("before", old), ("after", new)):
            if content is not None:
                _write(self._draft / f"{number}.{name}", content)
        mode = file.stat().st_mode & 0o777 if old is not None else 0o666 & ~_umask()
        return Step(path, _digest(old), _digest(new), mode)

    def _steps(self, place: Path) -> list[Step]:
        return [Step(**entry) for entry in json.loads((place / _INDEX).read_text("utf-8"))]

    def _put(self, place: Path, name: Literal["before", "after"]) -> None:
        steps = self._steps(place)
        self._demand_untouched(steps, name)
        for number, step in enumerate(steps):
            file = self._folder / step.path
            fresh = file.with_name(f".{file.name}.stackwright")
            if getattr(step, name) is None:
                fresh.unlink(missing_ok=True)  # a kill may have left it
                file.unlink(missing_ok=True)
                _remove_empty(file.parent, self._folder)
            elif _content(file) == (wanted := (place / f"{number}.{name}").read_bytes()):
                fresh.unlink(missing_ok=True)  # nothing to write: a full disk must not be in the way
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                _write(fresh, wanted)
                fresh.chmod(step.mode)
                fresh.replace(file)

    def _demand_untouched(self, steps: list[Step], name: str) -> None:
        """Refuse where somebody has changed a file since: nothing that was typed is lost."""
        found = {step.path: _digest(_content(self._folder / step.path)) for step in steps}
        changed = [step.path for step in steps if found[step.path] not in (step.before, step.after)]
        if changed:
            what = "finished" if name == "after" else "taken back"
            listed = "".join(f"\n  {path}" for path in changed)
            raise RepositoryError(
                f"The update cannot be {what}: these files have been changed since.{listed}\n"
                "Commit them or put them aside, and run the command again."
            )


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:  # a full disk is told without the file's name
        raise OSError(error.errno, error.strerror, str(path)) from None


def _what(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}"


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Say what could not be done, and how to go on: the journal knows both sides of every file."""
    try:
        yield
    except OSError as error:
        raise RepositoryError(
            f"{what}: {_what(error)}\n"
            "Mend that; then `stackwright update` finishes it, `stackwright undo` takes it back."
        ) from None


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
