"""`python -m tests.update.releases`: from every release to the newest, with edits in every file of a project.

Prints a table of the lines that were lost, and ends with 1 where one was.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.rendering.stacks import load_stacks

from tests.update.conftest import HERE, Rendered, Template, git, make

if TYPE_CHECKING:
    from collections.abc import Iterator

STACKS = tuple(name for name, stack in load_stacks(HERE).items() if stack.status == "implemented")
NEXT = "v999.0.0"
_VERSION = re.compile(r'^version = "(.*)"$', re.MULTILINE)
_PARTS = (
    "copier.yml",
    "template",
    "extensions",
    "stacks",
    "examples/shop",
    "examples/clinic",
    "examples/empty",
)
_COMMENTS = {".md": "", ".json": ""}  # elsewhere it is #


@dataclass(frozen=True, slots=True)
class Releases:
    """A clone of this repository with a tag for each version that it has had, the oldest first.

    The newest is the working tree as it lies there. `NEXT` comes behind it: it changes every kind of file.
    """

    template: Template
    versions: tuple[str, ...]

    @classmethod
    def of(cls, folder: Path) -> Releases:
        """Make it; AssertionError where the history is not there."""
        shallow = git(HERE, "rev-parse", "--is-shallow-repository").strip()
        assert shallow == "false", "this check-out has no history, and so no releases: git fetch --unshallow"
        git(HERE, "clone", "--quiet", "--no-tags", "--", str(HERE), str(folder))
        bumps = git(HERE, "log", "--format=%H", "-G^version = ", "--", "pyproject.toml").split()
        versions = []
        for bump in reversed(bumps[:-1]):  # the first one is where everything begins
            version = _version(git(HERE, "show", f"{bump}^:pyproject.toml"))
            git(folder, "tag", version, f"{bump}^")
            versions.append(version)
        for part in _PARTS:
            _replace(HERE / part, folder / part)
        newest = _version((HERE / "pyproject.toml").read_text("utf-8"))
        template = Template(folder)
        template.version(newest, lambda _: None)
        git(folder, "switch", "--quiet", "--create", "next")
        template.version(NEXT, _another)
        git(folder, "switch", "--quiet", "--detach", newest)
        return cls(template, (*versions, newest))

    @property
    def steps(self) -> list[tuple[str, str]]:
        """From every release to the newest, and from each to the one that comes."""
        newest = self.versions[-1]
        return [*((old, newest) for old in self.versions[:-1]), *((old, NEXT) for old in self.versions)]


@dataclass(frozen=True, slots=True)
class Row:
    """An update: the lines that a team had written, those that are gone, the files with marks."""

    old: str
    new: str
    stack: str
    edits: int
    lost: tuple[str, ...]
    marked: int


def updated(releases: Releases, old: str, new: str, stack: str, folder: Path) -> Row:
    """Make a project with a release, write into every file of it, and update it to another release."""
    project = make(releases.template, folder, vcs_ref=old, data={"stack": stack})
    written = dict(_edited(project))
    project.commit()
    project.edit("ontology/shop.yml", "total: Money\n", "total: Money\n      weight: decimal(9, 3)?\n")
    done = subprocess.run(
        [sys.executable, "-m", "stackwright", "update", "--to", new],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(releases.template.folder / "extensions")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    now = project.files
    marked = [path for path, content in now.items() if b"<<<<<<< before updating\n" in content]
    assert done.returncode == (1 if marked else 2), done.stdout + done.stderr
    assert project.answers["_commit"] == new
    lost = [path for path, line in written.items() if line not in now.get(path, b"").decode().splitlines()]
    return Row(old, new, stack, len(written), tuple(lost), len(marked))


def _edited(project: Rendered) -> Iterator[tuple[str, str]]:
    """Write a line of one's own into every file, and files of one's own; yield each with its line."""
    for path in project.files:
        if path.startswith(".stackwright/") or path == ".copier-answers.yml":
            continue  # the record of the render, which is nobody's to edit
        text, line = project.read(path), f"{_COMMENTS.get(Path(path).suffix, '#')} ours: {path}".strip()
        lines = text.splitlines(keepends=True)
        lines.insert(len(lines) // 2 if _is_flat(path) else len(lines), f"{line}\n")
        project.write(path, "".join(lines))
        yield path, line
    for path in (
        "src/shop/prices.py",
        "tests/test_prices.py",
        "docs/ours.md",
        "notes.txt",
        ".env",
        "shop.db",
    ):
        project.write(path, f"ours: {path}\n")
        yield path, f"ours: {path}"


def _is_flat(path: str) -> bool:
    """Whether a line in the middle of a file is as good as one at its end: it is not run."""
    return path.endswith((".md", ".json"))


def table(rows: list[Row]) -> str:
    """Return the rows as a table of Markdown."""
    head = ["| from | to | stack | edits | files with marks | lost lines |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *map(_cells, rows), ""])


def _cells(row: Row) -> str:
    new = "the next" if row.new == NEXT else row.new
    return f"| {row.old} | {new} | {row.stack} | {row.edits} | {row.marked} | {len(row.lost)} |"


def _version(text: str) -> str:
    found = _VERSION.search(text)
    assert found, "pyproject.toml has no version"
    return f"v{found[1]}"


def _replace(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
        return
    shutil.rmtree(target)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))


def _another(folder: Path) -> None:
    """Change the head of every generated file, and every shared one."""
    macros = folder / "stacks/common/macros.jinja"
    text = macros.read_text("utf-8")
    macros.write_text(text.replace("Edits are lost;", "Edits are not kept;"), "utf-8")
    assert "Edits are lost;" in text
    for path in (folder / "template").glob("*.jinja"):
        if path.name.startswith((".env", ".git", "Makefile", "README", "pyproject")):
            path.write_text(path.read_text("utf-8") + "\n# As of the next version.\n", "utf-8")


def main() -> int:
    """Run the command."""
    with tempfile.TemporaryDirectory() as directory:
        releases = Releases.of(Path(directory) / "template")
        rows = [
            updated(releases, old, new, stack, Path(directory) / f"{number}-{stack}")
            for number, (old, new) in enumerate(releases.steps)
            for stack in STACKS
        ]
    sys.stdout.write(table(rows))
    return 1 if any(row.lost for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
