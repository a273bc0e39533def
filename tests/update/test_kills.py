"""Wherever an update is killed, its tree is as before or as after, once the next command has looked at it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from stackwright.updating.journal import Journal
from stackwright.updating.recorded import Recorded
from stackwright.updating.regenerating import regenerate
from stackwright.updating.repository import Repository

from tests.update.conftest import Rendered, git, make

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.update.conftest import Template

# Everything that changes a file system passes through one of these.
CALLS = ("fsync", "mkdir", "rename", "replace", "rmdir", "unlink", "chmod")
KILLED = 9
FORKING = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def changed(whole_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """A project whose model has lost an object, won one and changed one, and which is not updated yet."""
    project = make(whole_template, tmp_path_factory.mktemp("kills") / "shop")
    model = (
        project.read("ontology/shop.yml").replace("OrderLine", "Parcel").replace("total: Money", "sum: Money")
    )
    project.write("ontology/shop.yml", model)
    return project


def until(number: int, work: Callable[[], object]) -> None:
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
    work()
    os._exit(0)


def test_a_journal_is_killed_at_every_point(changed: Rendered, tmp_path: Path) -> None:
    files = regenerate(Recorded.of(changed.folder), {}).outcome.files
    assert {content is None for content in files.values()} == {True, False}
    whole = only(changed, files, tmp_path / "whole")
    before, after, points = whole.files, after_all_of_it(whole, files, tmp_path / "after"), 0

    while True:
        place, twin = tmp_path / f"{points}", tmp_path / f"{points}-twin"
        shutil.copytree(whole.folder, place)
        journal = Journal(Repository.of(place))
        child = FORKING.Process(target=until, args=(points, lambda journal=journal: journal.apply(files)))
        child.start()
        child.join()
        if journal.interrupted():
            shutil.copytree(place, twin)
            journal.finish()
            assert Rendered(place).files == after, points
            Journal(Repository.of(twin)).undo()
            assert Rendered(twin).files == before, points
        else:
            assert Rendered(place).files in (before, after), points
        if child.exitcode == 0:
            break
        assert child.exitcode == KILLED
        points += 1

    assert points >= 50


def only(project: Rendered, files: Mapping[str, bytes | None], place: Path) -> Rendered:
    """Return a repository of those files alone, so that it is copied quickly."""
    made = Rendered(place)
    for path in files:
        if project.has(path):
            made.write(path, project.read(path))
    git(place, "init", "--quiet")
    return made


def after_all_of_it(project: Rendered, files: Mapping[str, bytes | None], place: Path) -> dict[str, bytes]:
    shutil.copytree(project.folder, place)
    Journal(Repository.of(place)).apply(files)
    return Rendered(place).files


@pytest.mark.parametrize("tenths", [3, 7, 9, 11])
def test_a_command_that_is_killed_is_finished_by_the_next_one(
    changed: Rendered, whole_template: Template, tmp_path: Path, tenths: int
) -> None:
    shutil.copytree(changed.folder, tmp_path / "shop")
    project, before = Rendered(tmp_path / "shop"), changed.files
    after = after_all_of_it(
        changed, regenerate(Recorded.of(changed.folder), {}).outcome.files, tmp_path / "after"
    )
    command = [sys.executable, "-m", "stackwright", "update"]
    environment = {**os.environ, "PYTHONPATH": str(whole_template.folder / "extensions")}
    process = subprocess.Popen(
        command, cwd=project.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(tenths / 10)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()

    again = subprocess.run(
        command, cwd=project.folder, env=environment, capture_output=True, text=True, check=False
    )

    assert project.files == after, again.stderr
    assert again.returncode == 2 or "not committed" in again.stderr
    undone = subprocess.run([*command[:-1], "undo"], cwd=project.folder, env=environment, check=False)
    assert (undone.returncode, project.files) == (2, before)
