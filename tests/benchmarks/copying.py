"""`copier copy` of the template against Copier copying as many ready-made files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import load
from stackwright.rendering import Answers, render

from tests.benchmarks import models, projects
from tests.benchmarks.costs import Cost, side_by_side, spent
from tests.benchmarks.figures import Figure, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NEAR_READY_MADE = Target("≤", 1.3)
_ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("copier.yml", "template", "extensions", "stacks", "examples")
_GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
_READY_MADE = """\
_templates_suffix: .jinja
_subdirectory: template
project_name: {type: str, default: Shop}
package_name: {type: str, default: shop}
"""


def measure(sizes: tuple[int, ...], rounds: int, directory: Path) -> Iterator[Figure]:
    """Yield the figures for the shop, and for yards of so many objects; wall time, as a user waits for it."""
    ours = template(directory / "ours")
    for size in (0, *sizes):
        sources = models.yard_sources(size) if size else models.shop_sources()
        yield _figure(f"{size:,} objects" if size else "the shop", sources, ours, rounds, directory)


def template(folder: Path) -> Path:
    """Return what Copier needs of this repository, as a repository of its own."""
    folder.mkdir()
    for part in _PARTS:
        source = _ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    commit(folder)
    return folder


def _figure(where: str, sources: Mapping[str, str], ours: Path, rounds: int, directory: Path) -> Figure:
    files = render(load(sources), Answers())
    ready = directory / f"ready-{len(files)}"
    projects.write(files | sources, ready / "template")
    # The record of the answers is a template in any template.
    projects.write(
        {
            "copier.yml": _READY_MADE,
            "template/{{_copier_conf.answers_file}}.jinja": "{{ _copier_answers|to_nice_yaml -}}\n",
        },
        ready,
    )
    commit(ready)
    sides = {
        "ours": _copied(ours, sources, directory / "out-ours"),
        "ready": _copied(ready, sources, directory / "out-ready"),
    }
    for side in sides.values():
        side()
    compared = side_by_side(rounds, sides)
    return Figure(
        what="copier copy ÷ Copier with ready-made files",
        where=f"{where}, {len(files):,} files",
        ours=f"{compared.median('ours').wall:.2f} s",
        yardstick=f"{compared.median('ready').wall:.2f} s",
        value=compared.ratio("ours", "ready", "wall"),
        target=NEAR_READY_MADE,
    )


def _copied(template: Path, sources: Mapping[str, str], target: Path) -> Callable[[], Cost]:
    command = [sys.executable, "-m", "copier", "copy", "--quiet", "--defaults", "--overwrite"]
    command += ["--trust", "--vcs-ref", "HEAD", str(template), str(target)]

    def once() -> Cost:
        shutil.rmtree(target, ignore_errors=True)
        projects.write(sources, target)
        return spent(lambda: subprocess.run(command, check=True, env=environment(), capture_output=True))

    return once


def commit(folder: Path) -> None:
    """Make a folder a repository with all that it holds."""
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "All")):
        subprocess.run([*_GIT, *arguments], cwd=folder, check=True)


def environment() -> dict[str, str]:
    """Return what a command is measured in."""
    # Without compiled modules Copier alone takes four times as long to start.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
