"""Updates that are killed: before any call that changes the file system, and at any moment of the command."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stackwright.updating.journal import Journal
from stackwright.updating.repository import Repository

from tests.update.attempts import CHANGES, CODE, Attempt
from tests.update.conftest import Rendered, git

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.update.attempts import Files, World

# Everything that changes a file system passes through one of these.
CALLS = ("fsync", "mkdir", "rename", "replace", "rmdir", "unlink", "chmod")
KILLED = 9
FORKING = multiprocessing.get_context("fork")


def killed_while_writing(world: World, stride: int) -> Iterator[Attempt]:
    """The update is killed; what was begun can be finished as well as taken back."""
    files = _changes(world)
    with TemporaryDirectory() as directory:
        whole = _only(world.project, files, Path(directory) / "whole")
        after = _applied(whole, files, Path(directory) / "after").files
        for place in _killed(whole, lambda journal: journal.apply(files), stride):
            yield from _both_ways(place, whole.files, after)


def killed_while_taking_back(world: World, stride: int) -> Iterator[Attempt]:
    """`stackwright undo` is killed; what was begun can be finished as well as taken back."""
    files = _changes(world)
    with TemporaryDirectory() as directory:
        whole = _only(world.project, files, Path(directory) / "whole")
        done = _applied(whole, files, Path(directory) / "done")
        for place in _killed(done, lambda journal: journal.undo(), stride):
            yield from _both_ways(place, whole.files, done.files)


def _both_ways(place: Rendered, before: Files, after: Files) -> Iterator[Attempt]:
    """Go on from what a kill has left: forward in one copy, back in another; or there is nothing to do."""
    if not Journal(Repository.of(place.folder)).interrupted():
        yield Attempt(None, "", before, place.files, after)
        return
    twin = Rendered(place.folder.with_name("twin"))
    shutil.copytree(place.folder, twin.folder)
    Journal(Repository.of(place.folder)).finish()
    yield Attempt(CHANGES, "", before, place.files, after)
    Journal(Repository.of(twin.folder)).undo()
    yield Attempt(CODE, "", before, twin.files, after)
    shutil.rmtree(twin.folder)


def _killed(project: Rendered, work: Callable[[Journal], object], stride: int) -> Iterator[Rendered]:
    """Yield what a process leaves that was killed at each point of its work in turn."""
    point, place = 0, Rendered(project.folder.with_name("killed"))
    while True:
        shutil.copytree(project.folder, place.folder)
        journal = Journal(Repository.of(place.folder))
        child = FORKING.Process(target=_until, args=(point, work, journal))
        child.start()
        child.join()
        yield place
        shutil.rmtree(place.folder)
        if child.exitcode == 0:
            return
        assert child.exitcode == KILLED
        point += stride


def _until(number: int, work: Callable[[Journal], object], journal: Journal) -> None:
    """Do something in a process that dies before its call of that number."""
    left = number

    def dying(call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **named: object) -> object:
            nonlocal left
            if left == 0:
                os._exit(KILLED)
            left -= 1
            return call(*arguments, **named)

        return counted

    for name in CALLS:
        setattr(os, name, dying(getattr(os, name)))
    work(journal)
    os._exit(0)


def _changes(world: World) -> dict[str, bytes | None]:
    """Return what the update writes, and None for what it removes."""
    before = world.project.files
    changed = {path: content for path, content in world.after.items() if before.get(path) != content}
    return changed | dict.fromkeys(sorted(before.keys() - world.after.keys()))


def _only(project: Rendered, files: Mapping[str, bytes | None], place: Path) -> Rendered:
    """Return a repository of those files alone, so that it is copied quickly."""
    made = Rendered(place)
    for path in files:
        if project.has(path):
            made.write(path, project.read(path))
    git(place, "init", "--quiet")
    return made


def _applied(project: Rendered, files: Mapping[str, bytes | None], place: Path) -> Rendered:
    shutil.copytree(project.folder, place)
    Journal(Repository.of(place)).apply(files)
    return Rendered(place)
