"""What is committed under examples/ is what the template renders, and it passes its own checks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import copier
import pytest

from tests.examples.rendering import EXAMPLES, REPOSITORY, STACKS, render, set_origin
from tests.update.conftest import clone, commit, git

BIN = Path(sys.executable).parent
SOURCES = {"empty", "shop"}


@pytest.fixture(scope="module", params=STACKS)
def stack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def fresh(stack: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, rendered now; its checks leave no caches behind in the repository."""
    folder = tmp_path_factory.mktemp("examples") / stack
    render(stack, folder)
    return folder


def committed(stack: str) -> dict[str, bytes]:
    """Every file of an example, without what git ignores."""
    listed = git(
        REPOSITORY, "ls-files", "--cached", "--others", "--exclude-standard", "-z", f"examples/{stack}"
    )
    names = [name for name in listed.split("\0") if name and (REPOSITORY / name).is_file()]
    return {name.removeprefix(f"examples/{stack}/"): (REPOSITORY / name).read_bytes() for name in names}


def test_every_stack_has_an_example_and_every_example_a_stack() -> None:
    folders = {path.name for path in EXAMPLES.iterdir() if path.is_dir()}

    assert folders - SOURCES == set(STACKS)


def test_an_example_is_what_the_template_renders(stack: str, fresh: Path) -> None:
    rendered = {
        path.relative_to(fresh).as_posix(): path.read_bytes() for path in fresh.rglob("*") if path.is_file()
    }
    kept = committed(stack)

    differing = sorted(name for name in rendered.keys() | kept.keys() if rendered.get(name) != kept.get(name))

    assert not differing, (
        f"examples/{stack} is not what the template renders now. "
        f"Run `make examples`, read `git diff examples`, and commit it: {', '.join(differing[:20])}"
    )


@pytest.mark.parametrize(
    "command",
    ["python -m pytest", "ruff format --check .", "ruff check .", "mypy", "lint-imports"],
)
def test_an_example_passes_its_own_checks(fresh: Path, tmp_path: Path, command: str) -> None:
    program, *arguments = command.split()

    done = subprocess.run(
        [BIN / program, *arguments],
        cwd=fresh,
        env={
            **os.environ,
            "PYTHONPATH": str(fresh / "src"),
            "PYTEST_ADDOPTS": f"-p no:cacheprovider --basetemp={tmp_path / 'pytest'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_an_update_of_an_example_changes_nothing(
    stack: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    template = clone(tmp_path_factory.mktemp("origin"))
    project = tmp_path / stack
    for name, content in committed(stack).items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    set_origin(project, {"_src_path": str(template.folder), "_commit": "v1.0.0"})
    git(project, "init", "--quiet")
    commit(project)

    copier.run_update(project, defaults=True, overwrite=True, unsafe=True, quiet=True)

    assert git(project, "status", "--porcelain") == ""
