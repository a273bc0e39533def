"""The template comes to a project that is there already, and offers the stack that it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.update.conftest import Rendered, git
from tests.update.test_command import copier

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Template

TOLD = "This folder holds a project already."
FLASK = '[project]\nname = "desk"\ndependencies = ["flask>=3", "sqlalchemy"]\n'


def ripe(folder: Path) -> None:
    """Say of two stacks what these tests need, whatever their manifests say today."""
    for name, status in (("flask_sqlalchemy", "implemented"), ("flask_sqlmodel", "planned")):
        manifest = folder / f"stacks/{name}.yml"
        text = manifest.read_text("utf-8")
        for other in ("implemented", "planned"):
            text = text.replace(f"status: {other}", f"status: {status}")
        assert f"status: {status}" in text
        manifest.write_text(text, "utf-8")
    places = folder / "stacks/framework/flask/places.md.jinja"
    places.parent.mkdir(exist_ok=True)
    places.write_text("| `app.py` | **Yours.** |\n", "utf-8")


@pytest.fixture
def url(versions: Template) -> str:
    versions.version("v1.1.0", ripe)
    return f"git+file://{versions.folder}"


@pytest.fixture
def existing(tmp_path: Path) -> Rendered:
    """A project in a git repository of its own, which this template has never seen."""
    project = Rendered(tmp_path / "desk")
    project.write("README.md", "# Desk\n")
    git(project.folder, "init", "--quiet")
    return project


def copied(url: str, existing: Rendered, *options: str) -> str:
    existing.commit()
    return copier(
        "copy", "--trust", "--defaults", "--overwrite", *options, url, str(existing.folder),
        cwd=existing.folder.parent,
    )  # fmt: skip


def test_the_stack_of_a_project_is_the_default(url: str, existing: Rendered) -> None:
    existing.write("pyproject.toml", FLASK)

    told = copied(url, existing)

    assert existing.answers["stack"] == "flask_sqlalchemy"
    assert [line for line in told.splitlines() if line.startswith(("  pyproject.toml", "so "))] == [
        "  pyproject.toml, project.dependencies: flask>=3",
        "  pyproject.toml, project.dependencies: sqlalchemy",
        "so flask_sqlalchemy is offered for it.",
    ]
    assert '    "flask>=3.' in existing.read("pyproject.toml")


def test_contradictory_evidence_is_told_and_the_default_stays(url: str, existing: Rendered) -> None:
    existing.write("pyproject.toml", FLASK)
    existing.write("requirements.txt", "fastapi\n")

    told = copied(url, existing)

    assert existing.answers["stack"] == "fastapi_sqlalchemy"
    assert "no stack can be proposed: more than one framework: fastapi and flask\n" in told
    assert "  requirements.txt, line 1: fastapi\n" in told
    assert "so fastapi_sqlalchemy is offered as ever; --data stack=… names another.\n" in told


def test_a_planned_stack_is_told_and_the_default_stays(url: str, existing: Rendered) -> None:
    existing.write("requirements.txt", "flask\nsqlmodel\n")

    told = copied(url, existing)

    assert existing.answers["stack"] == "fastapi_sqlalchemy"
    assert "it is planned, but cannot be rendered yet\n" in told
    assert "so fastapi_sqlalchemy is offered as ever" in told


def test_without_a_sign_there_is_the_default_and_no_word(url: str, existing: Rendered) -> None:
    existing.write("pyproject.toml", '[project]\nname = "desk"\ndependencies = ["requests"]\n')

    told = copied(url, existing)

    assert existing.answers["stack"] == "fastapi_sqlalchemy"
    assert TOLD not in told


def test_a_given_stack_is_taken_without_a_word(url: str, existing: Rendered) -> None:
    existing.write("pyproject.toml", FLASK)

    told = copied(url, existing, "--data", "stack=fastapi_sqlalchemy")

    assert existing.answers["stack"] == "fastapi_sqlalchemy"
    assert TOLD not in told


def test_a_recorded_stack_stays_whatever_the_project_says_later(url: str, existing: Rendered) -> None:
    copied(url, existing)
    existing.write("requirements.txt", "flask\nsqlalchemy\n")
    existing.commit()
    recorded = existing.read(".copier-answers.yml")

    for command in (("update",), ("recopy", "--overwrite")):
        told = copier(*command, "--trust", "--defaults", cwd=existing.folder)

        assert TOLD not in told
        assert existing.read(".copier-answers.yml") == recorded


def test_what_is_the_users_is_not_overwritten(url: str, existing: Rendered) -> None:
    existing.write("pyproject.toml", FLASK)
    existing.write("src/shop/app.py", "# mine\n")
    existing.write("tests/test_desk.py", "# mine, too\n")

    copied(url, existing)

    assert existing.read("src/shop/app.py") == "# mine\n"
    assert existing.read("tests/test_desk.py") == "# mine, too\n"
    assert {line.split()[1] for line in existing.changes.splitlines() if line.startswith(" M")} == {
        "README.md",
        "pyproject.toml",
    }
