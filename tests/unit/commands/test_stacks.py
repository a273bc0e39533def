"""`stackwright stacks`: it says what the manifests say, and so it is when a stack is rendered."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from packaging.requirements import Requirement
from stackwright.cli import main
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render
from stackwright.rendering.stacks import load_stacks

from tests.render.conftest import HERE, READY

if TYPE_CHECKING:
    from pathlib import Path

MANIFESTS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in (HERE / "stacks").glob("*.yml")
    if path.name != "plan.yml"
}
# What can be seen of each capability in a rendered project.
SEEN_IN = {
    "alembic": "[tool.alembic]",
    "apps": "INSTALLED_APPS = [",
    "gunicorn": "class Server(BaseApplication)",
    "openapi_native": "import get_openapi\n",  # the framework's own document, which a generated test compares
}


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    """What the command says, by stack."""
    assert main(["stacks", "--json"]) == 0
    return {stack["id"]: stack for stack in json.loads(capsys.readouterr().out)["stacks"]}


def rendered(stack: str, database: str = "sqlite", root: Path = HERE) -> dict[str, str]:
    return render(load_directory(HERE / "examples/shop"), Answers(stack=stack, database=database), root)


def names(requirements: list[str]) -> set[str]:
    return {Requirement(one).name for one in requirements}


def installed(files: dict[str, str]) -> list[str]:
    listed: list[str] = tomllib.loads(files["pyproject.toml"])["project"]["dependencies"]
    return listed


def test_it_says_what_the_manifests_say(told: dict[str, dict[str, Any]]) -> None:
    assert told.keys() == MANIFESTS.keys()
    for name, manifest in MANIFESTS.items():
        for key in ("title", "status", "framework", "orm", "mode"):
            assert told[name][key] == manifest[key]
        assert told[name]["capabilities"] == sorted(manifest.get("capabilities", []))
        assert told[name]["commands"] == manifest.get("commands", {})
        assert told[name]["databases"] == manifest.get("drivers", {})
        assert told[name]["parts"] == manifest.get("parts", {})
        assert told[name]["dependencies"] == manifest.get("dependencies", [])
        assert told[name]["dev"] == manifest.get("dev", [])


def test_those_that_can_be_rendered_come_first(told: dict[str, dict[str, Any]]) -> None:
    statuses = [stack["status"] for stack in told.values()]

    assert statuses == sorted(statuses)
    assert [name for name, stack in told.items() if stack["status"] == "implemented"] == READY


def test_a_person_gets_tables_of_the_same(
    told: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stacks"]) == 0

    registry, databases, needs = (
        [re.split(r" {2,}", line) for line in table.splitlines()]
        for table in capsys.readouterr().out.split("\n\n")
    )
    assert registry[0] == ["STACK", "STATUS", "FRAMEWORK", "ORM", "MODE", "CAPABILITIES", "TITLE"]
    assert [databases[0], needs[0]] == [["STACK", "DATABASE", "DRIVERS"], ["STACK", "STANDS ON", "PART"]]
    keys = ("id", "status", "framework", "orm", "mode", "capabilities", "title")
    assert [dict(zip(keys, row, strict=True)) for row in registry[1:]] == [
        {**{key: stack[key] for key in keys}, "capabilities": ", ".join(stack["capabilities"]) or "-"}
        for stack in told.values()
    ]
    assert databases[1:] == [
        [name, database, ", ".join(drivers) or "-"]
        for name, stack in told.items()
        for database, drivers in stack["databases"].items()
    ]
    assert [(name, need) for name, need, *part in needs[1:] if not part] == [
        (name, requirement) for name, stack in told.items() for requirement in stack["dependencies"]
    ]
    assert [tuple(row) for row in needs[1:] if len(row) > 2] == [
        (name, requirement, f"with {part}")
        for name, stack in told.items()
        for part, brought in stack["parts"].items()
        for requirement in brought
    ]


@pytest.mark.parametrize("stack", READY)
def test_a_stack_that_can_be_rendered_says_everything(stack: str, told: dict[str, dict[str, Any]]) -> None:
    assert told[stack]["databases"].keys() == {"sqlite", "postgresql", "mysql"}
    assert told[stack]["commands"].keys() == {"serve", "migrate", "migration", "seed", "relay"}
    assert told[stack]["framework"] in names(told[stack]["dependencies"])
    assert told[stack]["orm"] in names(told[stack]["dependencies"])


@pytest.mark.parametrize("database", ["sqlite", "postgresql", "mysql"])
@pytest.mark.parametrize("stack", READY)
def test_what_a_stack_stands_on_is_what_its_project_installs(
    stack: str, database: str, told: dict[str, dict[str, Any]]
) -> None:
    claimed = told[stack]

    needed = installed(rendered(stack, database))

    parts = chain(*claimed["parts"].values())
    assert sorted(needed) == sorted([*claimed["dependencies"], *claimed["databases"][database], *parts])


@pytest.mark.parametrize("stack", READY)
def test_every_requirement_has_a_range(stack: str, told: dict[str, dict[str, Any]]) -> None:
    claimed = told[stack]
    every = [
        *claimed["dependencies"],
        *chain(*claimed["databases"].values(), *claimed["parts"].values(), claimed["dev"]),
    ]

    assert [one for one in every if ">=" not in str(Requirement(one).specifier)] == []


@pytest.mark.parametrize("stack", READY)
def test_the_commands_of_a_stack_are_those_of_its_makefile(
    stack: str, told: dict[str, dict[str, Any]]
) -> None:
    makefile = rendered(stack)["Makefile"]

    for target, command in told[stack]["commands"].items():
        rule = "run" if target == "serve" else target
        (recipe,) = re.findall(rf"^{rule}: .*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        assert f"/{command.format(package='shop')}" in recipe, target


@pytest.mark.parametrize("stack", READY)
def test_only_a_stack_with_alembic_is_rendered_with_it(stack: str, told: dict[str, dict[str, Any]]) -> None:
    assert_alembic(rendered(stack), there="alembic" in told[stack]["capabilities"])


def test_without_the_capability_there_is_no_alembic(tmp_path: Path) -> None:
    for folder in ("stacks", "template"):
        shutil.copytree(HERE / folder, tmp_path / folder)
    manifest = tmp_path / "stacks/fastapi_sqlalchemy.yml"
    text = manifest.read_text("utf-8")
    assert "capabilities: [alembic, " in text
    manifest.write_text(text.replace("capabilities: [alembic, ", "capabilities: ["), "utf-8")

    assert not load_stacks(tmp_path)["fastapi_sqlalchemy"].has("alembic")
    assert_alembic(rendered("fastapi_sqlalchemy", root=tmp_path), there=False)


def assert_alembic(files: dict[str, str], *, there: bool) -> None:
    assert ("alembic" in tomllib.loads(files["pyproject.toml"])["tool"]) == there
    assert ("migrations/versions/0001_initial.py" in files) == there
    assert ("migrations/env.py" in files) == there


@pytest.mark.parametrize("stack", READY)
def test_a_capability_is_claimed_where_it_is_and_nowhere_else(
    stack: str, told: dict[str, dict[str, Any]]
) -> None:
    text = "".join(rendered(stack).values())

    assert set(told[stack]["capabilities"]) - SEEN_IN.keys() == set(), "say what can be seen of it"
    for capability, sign in SEEN_IN.items():
        assert (sign in text) == (capability in told[stack]["capabilities"]), capability


def test_a_wheel_brings_the_stacks(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "uv",
        "build",
        "--quiet",
        "--wheel",
        "--out-dir",
        str(tmp_path),
        str(HERE),
    ]
    subprocess.run(command, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")

    done = subprocess.run(
        [sys.executable, "-P", "-c", "import stackwright.cli as c; print(c.__file__); c.main(['stacks'])"],
        env={"PYTHONPATH": str(tmp_path / "installed")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.startswith(str(tmp_path)), done.stderr
    assert [name for name in MANIFESTS if name not in done.stdout] == []
