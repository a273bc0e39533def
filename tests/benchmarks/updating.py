"""`stackwright plan` and `update` after a change of the model, beside `copier update`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks import models, projects
from tests.benchmarks.copying import commit, environment, template
from tests.benchmarks.costs import Cost, side_by_side, spent
from tests.benchmarks.figures import Figure, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SOON = {"plan": Target("≤", 3, " s"), "update": Target("≤", 2, " s")}
_COPIER = (sys.executable, "-m", "copier")


def measure(sizes: dict[str, int], rounds: int, directory: Path) -> Iterator[Figure]:
    """Yield the seconds of each command, for a model of so many objects, as a user waits for it."""
    ours = template(directory / "updated")
    subprocess.run(["git", "tag", "v0.1.0"], cwd=ours, check=True)
    for command, size in sizes.items():
        project = directory / f"yard-{size}"
        _project(project, size, ours)
        sides = {
            "ours": _run(project, ours, sys.executable, "-m", "stackwright", command),
            "copier": _run(project, ours, *_COPIER, "update", "--trust", "--defaults", "--quiet"),
        }
        compared = side_by_side(rounds, sides)
        seconds = compared.median("ours").wall
        yield Figure(
            what=f"stackwright {command}, after a change of the model",
            where=f"{size:,} objects",
            ours=f"{seconds:.2f} s",
            yardstick=f"copier update: {compared.median('copier').wall:.2f} s",
            value=seconds,
            target=SOON[command],
        )


def _project(folder: Path, size: int, ours: Path) -> None:
    """Render a project, commit it, and commit a change of its model."""
    sources = models.yard_sources(size)
    projects.write(sources, folder)
    copy = [*_COPIER, "copy", "--quiet", "--defaults", "--trust", "--overwrite"]
    subprocess.run([*copy, "--vcs-ref", "v0.1.0", str(ours), str(folder)], check=True, env=environment())
    commit(folder)
    (path,) = sources
    changed = sources[path].replace("    fields:\n", "    fields:\n      brand_new: text?\n", 1)
    projects.write({path: changed}, folder)
    commit(folder)


def _run(project: Path, ours: Path, *command: str) -> Callable[[], Cost]:
    known = environment() | {"PYTHONPATH": str(ours / "extensions")}

    def once() -> Cost:
        fresh = project.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(project, fresh)

        def work() -> None:
            done = subprocess.run(command, cwd=fresh, env=known, capture_output=True, check=False)
            assert done.returncode in (0, 2), done.stderr  # 2 is changes

        return spent(work)

    return once
