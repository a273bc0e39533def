"""The repository is laid out as CONTRIBUTING.md says, and its commands are the ones that CI runs."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from stackwright import __version__

REPOSITORY = Path(__file__).parents[1]
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "path",
    [
        ".ci/run",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "copier.yml",
        "docs/decisions",
        "docs/explanation",
        "docs/how-to",
        "docs/reference",
        "docs/tutorial.md",
        "examples/empty/ontology",
        "examples/shop/ontology/shop.yml",
        "extensions/context.py",
        "extensions/stackwright/ontology",
        "extensions/stackwright/rendering",
        "stacks/common",
        "stacks/framework",
        "stacks/orm",
        "stacks/plan.yml",
        "template",
        "tests/conformance",
        "tests/render",
        "tests/unit",
        "tests/update",
    ],
)
def test_everything_is_in_its_place(path: str) -> None:
    assert (REPOSITORY / path).exists()


def test_every_folder_that_contributors_are_told_of_is_there() -> None:
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    table = re.findall(r"^\| (`.*?) \|", guide, re.MULTILINE)
    named = [name for cell in table for name in re.findall(r"`([^`<]+)`", cell)]

    assert len(named) >= 8
    assert [name for name in named if not (REPOSITORY / name).exists()] == []


def test_every_command_of_make_is_listed_by_its_help() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    listed = subprocess.run(["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True)

    assert set(re.findall(r"^  make (\w+) ", listed.stdout, re.MULTILINE)) == set(phony.split())


def test_ci_runs_the_commands_of_the_readme_and_demands_the_servers() -> None:
    script = REPOSITORY / ".ci" / "run"
    text = script.read_text("utf-8")

    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in text
    assert "export STACKWRIGHT_DEMAND_SERVERS=1" in text
    assert text.rstrip().endswith("make check\nmake test")
    assert "make test" in (REPOSITORY / "README.md").read_text("utf-8")


def test_the_rules_of_imports_cover_every_module_of_the_package() -> None:
    (layers,) = (rule["layers"] for rule in PROJECT["tool"]["importlinter"]["contracts"] if "layers" in rule)
    named = {name for layer in layers for name in layer.split(" | ")}
    package = REPOSITORY / "extensions" / "stackwright"
    modules = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert {f"stackwright.{name}" for name in modules - {"__init__", "__main__"}} == named


def test_the_version_is_the_same_wherever_it_stands() -> None:
    version = PROJECT["project"]["version"]
    assert __version__ == version
    assert releases()[0][0] == version
    for answers in REPOSITORY.glob("examples/*/.copier-answers.yml"):
        assert f"_commit: v{version}\n" in answers.read_text("utf-8")


def test_every_release_says_what_is_to_be_done_after_updating_to_it() -> None:
    found = releases()

    assert [
        version for version, text in found if not re.search(r"^After updating: \w", text, re.MULTILINE)
    ] == []
    versions = [tuple(map(int, version.split("."))) for version, _ in found]
    assert versions == sorted(versions, reverse=True)


def releases() -> list[tuple[str, str]]:
    """Each release of the changelog, the newest first: its version, and what stands below it."""
    text = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    parts = re.split(r"^## (\d+\.\d+\.\d+)\b.*$", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))
