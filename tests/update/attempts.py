"""Updates under faults: a project that has everything a team may have, and how an update of it ended."""

from __future__ import annotations

import contextlib
import io
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest import mock

from stackwright.cli import main
from stackwright.updating import inspecting, planning

from tests.update.conftest import Rendered, Template, clone, git, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Files = dict[str, bytes]
MODEL = "ontology/shop.yml"
ORDER = "src/shop/generated/shop/contract/order.py"
CODE, CHANGES = 1, 2


@dataclass(frozen=True, slots=True)
class Attempt:
    """An update under a fault: every file of the project before it, now, and as it would be after it.

    `after` is None where the fault must be refused. `code` is None where the command was killed.
    """

    code: int | None
    said: str
    before: Files
    now: Files
    after: Files | None

    @property
    def lost(self) -> list[str]:
        """The files that are neither as they were nor as the update makes them."""
        after = self.before if self.after is None else self.after
        return [
            path
            for path in self.before.keys() | after.keys()
            if self.now.get(path) not in (self.before.get(path), after.get(path))
        ]

    @property
    def half(self) -> bool:
        """Whether a part of the update has been done, and a part has not."""
        return self.now not in (self.before, self.after)

    @property
    def wrong(self) -> bool:
        """Whether the exit code says something else than what has happened, or says it with a traceback."""
        if "Traceback" in self.said:
            return True
        return self.code is not None and self.code != (CHANGES if self.now == self.after else CODE)

    @property
    def holds(self) -> bool:
        """Whether nothing is lost, nothing is half done, and the exit code says so."""
        return not (self.lost or self.half or self.wrong)


@dataclass(frozen=True, slots=True)
class World:
    """A template with releases, and a project of its first one whose model has changed since.

    `after` is what an update makes of it, `newer` one to the next release.
    """

    home: Path
    installed: Path
    project: Rendered
    after: Files
    newer: Files

    @classmethod
    def made(cls, home: Path) -> World:
        """Make them. The project has edits in every kind of file, and files that git does not know."""
        template = clone(home / "template")
        _release(template)
        project = make(template, home / "shop", vcs_ref="v1.0.0")
        project.edit(ORDER, '    """Where the order stands."""\n', '    """Where it is."""\n')
        project.edit("Makefile", "\nhooks:", "\nours:\n\ttrue\n\nhooks:")
        project.edit("src/shop/app.py", '"""The application.', '"""Our application.')
        project.write("src/shop/prices.py", '"""Prices: a file of our own."""\n')
        project.commit()
        project.write("notes.txt", "Nobody has added this.\n")
        project.write(".env", "SECRET_KEY=ours\n")
        project.edit(MODEL, "OrderLine:", "Parcel:")
        project.edit(MODEL, "total: Money", "sum: Money")
        after, newer = (
            _updated(project, home / name, *to) for name, *to in (("after",), ("newer", "--to", "v1.1.0"))
        )
        git(home, "clone", "--quiet", "--branch", "v1.0.0", "template", "installed")
        return cls(home, home / "installed", project, after, newer)

    @contextlib.contextmanager
    def fresh(self) -> Iterator[Rendered]:
        """Yield a copy of the project; it is gone afterwards."""
        place = self.home / "fresh" / "shop"
        shutil.rmtree(place.parent, ignore_errors=True)
        shutil.copytree(self.project.folder, place, symlinks=True)
        yield Rendered(place)
        shutil.rmtree(place.parent)

    def tried(
        self, spoil: Callable[[Rendered], object], *arguments: str, refused: bool = True
    ) -> Iterator[Attempt]:
        """Update a project that has been spoilt; where that is no fault, `after` is what a twin becomes."""
        with self.fresh() as project:
            spoil(project)
            before = everything(project)
            code, said = run("update", project, *arguments)
            yield Attempt(code, said, before, everything(project), None if refused else self.after)


def _updated(project: Rendered, place: Path, *arguments: str) -> Files:
    shutil.copytree(project.folder, place)
    code, said = run("update", Rendered(place), *arguments)
    assert code == CHANGES, said
    return Rendered(place).files


def everything(project: Rendered) -> Files:
    """Return a project's files, and those beside it that its links may lead to."""
    beside = Rendered(project.folder.parent / "beside").files
    return project.files | {f"../beside/{path}": content for path, content in beside.items()}


def run(command: str, project: Rendered, *arguments: str) -> tuple[int, str]:
    """Run a command of the version 1.0.0, in this process; return how it ended and all that it said."""
    said = io.StringIO()
    with (
        mock.patch.object(planning, "own_version", return_value="v1.0.0"),
        mock.patch.object(inspecting, "own_version", return_value="v1.0.0"),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        try:
            code = main([command, "--project", str(project.folder), *arguments])
        except Exception as error:  # noqa: BLE001 - whatever was not told is a finding
            return CODE, f"Traceback: {error!r}"
    return code, said.getvalue()


def _release(template: Template) -> None:
    """Release one version that works, one whose templates fail, and one whose code does."""

    def another(folder: Path) -> None:
        for path in ("template/Makefile.jinja", "stacks/common/contract/identifiers.py.jinja"):
            text = (folder / path).read_text("utf-8")
            (folder / path).write_text(f"{text}\n# new in 1.1.0\n", "utf-8")

    def failing(folder: Path, path: str, text: str) -> None:
        (folder / path).write_text(text, "utf-8")

    template.version("v1.1.0", another)
    template.version(
        "v1.2.0", lambda folder: failing(folder, "stacks/common/logs.py.jinja", "{{ nobody.knows }}\n")
    )
    git(template.folder, "checkout", "--quiet", "v1.1.0", "--", ".")
    template.version("v1.3.0", lambda folder: failing(folder, "template/Makefile.jinja", "{{ 1 // 0 }}\n"))
    git(template.folder, "checkout", "--quiet", "v1.1.0", "--", ".")
    template.version(
        "v1.4.0",
        lambda folder: failing(folder, "extensions/stackwright/rendering/once.py", "raise LookupError\n"),
    )
