"""A team and its project: the commands that it runs, the lines that it writes, the rows that it keeps."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.docs.reader import furnish
from tests.update.conftest import Rendered, git, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Template

MODEL = "ontology/shop.yml"


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended, and what it said."""

    code: int
    said: str


@dataclass
class Team:
    """A team with a project. It remembers all that it writes, and every row that it counts on."""

    project: Rendered
    template: Template
    installed: Path
    lines: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    @classmethod
    def begins(cls, template: Template, stack: str, folder: Path) -> Team:
        """Copy the first version of a template, and install the command of that version."""
        project = make(template, folder / "shop", vcs_ref="v1.0.0", data={"stack": stack})
        furnish(project.folder)
        team = cls(project, template, folder)
        team.installs("v1.0.0")
        return team

    def installs(self, version: str) -> None:
        """Install the command of a version, as `pip install` would."""
        self.installed = self.project.folder.parent / version
        git(self.template.folder, "clone", "--quiet", "--branch", version, "--", ".", str(self.installed))

    def stackwright(self, *arguments: str) -> Told:
        """Run a command of the installed version."""
        command = [sys.executable, "-m", "stackwright", *arguments]
        return self._run(command, PYTHONPATH=str(self.installed / "extensions"))

    def make(self, *words: str) -> Told:
        """Run `make` in the project, whose environment has what this one has."""
        addopts = "-q -p no:cacheprovider -p no:xdist"
        return self._run(
            ["make", *words], PYTHONPATH=str(self.project.folder / "src"), PYTEST_ADDOPTS=addopts
        )

    def writes(self, path: str, text: str) -> None:
        """Write a file."""
        self.project.write(path, text)
        self.lines[path] += [line for line in text.splitlines() if line.strip()]

    def edits(self, path: str, old: str, new: str) -> None:
        """Put one text in the place of another."""
        before = self.project.read(path).splitlines()
        self.project.edit(path, old, new)
        after = self.project.read(path).splitlines()
        kept = [line for line in self.lines[path] if line in after]
        self.lines[path] = kept + [line for line in after if line not in before]

    def models(self, old: str, new: str) -> None:
        """Change the model."""
        self.edits(MODEL, old, new)

    def commits(self) -> None:
        """Commit everything."""
        self.project.commit()

    def updates(self, *arguments: str, code: int = 2) -> str:
        """Look at the plan, do it, and return what the update says; a plan must tell what becomes true."""
        plan = self.stackwright("plan", *arguments)
        assert plan.code == 2, plan.said
        done = self.stackwright("update", *arguments)
        assert done.code == code, done.said
        assert done.said.startswith(plan.said.rstrip("\n")), f"{plan.said}\nis not what\n{done.said}"
        return done.said

    def migrates(self, message: str) -> None:
        """Write the migration, commit it and apply it."""
        made = self.make("migration", f"m={message}")
        assert made.code == 0, made.said
        self.commits()
        applied = self.make("migrate")
        assert applied.code == 0, applied.said

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """Return rows of the database that the project works with."""
        with sqlite3.connect(self.project.folder / "shop.db") as connection:
            return connection.execute(statement).fetchall()

    def checks(self, code: int, *sentences: str) -> None:
        """Demand what `stackwright check` says: each sentence, and how it ends."""
        told = self.stackwright("check")
        assert told.code == code, told.said
        assert [sentence for sentence in sentences if sentence not in told.said] == [], told.said

    def stands(self) -> None:
        """Demand that nothing is lost, and that the project's own tests pass."""
        for path, lines in self.lines.items():
            there = self.project.read(path).splitlines()
            assert [line for line in lines if line not in there] == [], path
        for statement, rows in self.rows.items():
            assert self.query(statement) == rows, statement
        tested = self.make("test")
        assert tested.code == 0, tested.said[-4000:]

    @property
    def _compiled(self) -> dict[str, str]:
        """Let Python keep what it has compiled, where nobody else looks: a year is a hundred processes."""
        cache = self.project.folder.parent / "compiled"
        return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(cache)}

    def _run(self, command: list[str], **settings: str) -> Told:
        done = subprocess.run(
            command,
            cwd=self.project.folder,
            env={**os.environ, **self._compiled, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Told(done.returncode, done.stdout)
