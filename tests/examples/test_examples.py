"""What is committed under examples/ is what the template renders, and it passes its own checks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import copier
import pytest

from tests.databases import SERVERS, Database, marked
from tests.examples.rendering import EXAMPLES, FOLDER, REPOSITORY, SOURCES, STACKS, render, set_origin
from tests.update.conftest import clone, commit, git

if TYPE_CHECKING:
    from tests.databases import Kind
    from tests.examples.rendering import Example

BIN = Path(sys.executable).parent


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.name)
def example(request: pytest.FixtureRequest) -> Example:
    chosen: Example = request.param
    return chosen


@pytest.fixture(scope="module")
def fresh(example: Example, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, rendered now; its checks leave no caches behind in the repository."""
    folder = tmp_path_factory.mktemp("examples") / example.name
    render(example, folder)
    return folder


def committed(example: Example) -> dict[str, bytes]:
    """Every file of an example, without what git ignores."""
    listed = git(
        REPOSITORY, "ls-files", "--cached", "--others", "--exclude-standard", "-z", f"examples/{example.name}"
    )
    names = [name for name in listed.split("\0") if name and (REPOSITORY / name).is_file()]
    return {
        name.removeprefix(f"examples/{example.name}/"): (REPOSITORY / name).read_bytes() for name in names
    }


def test_every_stack_has_an_example_and_every_folder_is_one() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}

    assert folders - SOURCES == {example.name for example in EXAMPLES}
    assert set(STACKS) <= folders


def test_what_a_team_has_written_is_there_and_is_theirs(example: Example) -> None:
    files = committed(example)
    owners = json.loads(files[".stackwright/manifest.json"])["files"]

    assert [name for name in example.own if name not in files] == []
    assert {owners[name]["owner"] for name in example.own if name in owners} <= {"yours"}


def test_rendering_again_keeps_what_a_team_has_written(example: Example, fresh: Path) -> None:
    for name in example.own:
        assert (fresh / name).read_bytes() == (example.folder / name).read_bytes()


def test_an_example_is_what_the_template_renders(example: Example, fresh: Path) -> None:
    rendered = {
        path.relative_to(fresh).as_posix(): path.read_bytes() for path in fresh.rglob("*") if path.is_file()
    }
    kept = committed(example)

    differing = sorted(name for name in rendered.keys() | kept.keys() if rendered.get(name) != kept.get(name))

    assert not differing, (
        f"examples/{example.name} is not what the template renders now. "
        f"Run `make examples`, read `git diff examples`, and commit it: {', '.join(differing[:20])}"
    )


@pytest.mark.parametrize(
    "command",
    ["python -m pytest", "ruff format --check .", "ruff check .", "mypy", "lint-imports"],
)
def test_an_example_passes_its_own_checks(fresh: Path, tmp_path: Path, command: str) -> None:
    passes(fresh, tmp_path, command)


@pytest.mark.parametrize("kind", [marked(kind) for kind in SERVERS])
def test_the_tests_of_an_example_pass_on_every_database(fresh: Path, tmp_path: Path, kind: Kind) -> None:
    with Database.fresh(kind, tmp_path) as database:
        passes(fresh, tmp_path, "python -m pytest", TEST_DATABASE_URL=database.url)


def passes(fresh: Path, tmp_path: Path, command: str, **settings: str) -> None:
    program, *arguments = command.split()

    done = subprocess.run(
        [BIN / program, *arguments],
        cwd=fresh,
        env={
            **os.environ,
            "PYTHONPATH": str(fresh / "src"),
            "PYTEST_ADDOPTS": f"-p no:cacheprovider --basetemp={tmp_path / 'pytest'}",
            **settings,
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_an_update_of_an_example_changes_nothing(
    example: Example, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    template = clone(tmp_path_factory.mktemp("origin"))
    project = tmp_path / example.name
    for name, content in committed(example).items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    set_origin(project, {"_src_path": str(template.folder), "_commit": "v1.0.0"})
    git(project, "init", "--quiet")
    commit(project)

    copier.run_update(project, defaults=True, overwrite=True, unsafe=True, quiet=True)

    assert git(project, "status", "--porcelain") == ""
