"""Where a project declares what it needs: pyproject.toml, Pipfile, setup.cfg, setup.py, manage.py."""

from __future__ import annotations

import ast
import configparser
import tomllib
from typing import TYPE_CHECKING

from stackwright.detection.mentions import Mention, inside, mapping, mentions, tabled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.detection.mentions import Strength

_OF_SETUP: dict[str, Strength] = {
    "install_requires": "declared",
    "extras_require": "optional",
    "tests_require": "optional",
}


def pyproject(file: str, text: str) -> Iterator[Mention]:
    """Read PEP 621 and PEP 735, and the tables of Poetry, PDM, uv, Hatch and Flit."""
    content = tomllib.loads(text)
    project, tool = mapping(content.get("project")), mapping(content.get("tool"))
    yield from mentions(project.get("dependencies"), file, "project.dependencies", "declared")
    yield from _groups(project.get("optional-dependencies"), file, "project.optional-dependencies")
    yield from _groups(content.get("dependency-groups"), file, "dependency-groups")
    yield from mentions(
        inside(tool, "flit", "metadata", "requires"), file, "tool.flit.metadata.requires", "declared"
    )
    yield from _poetry(mapping(tool.get("poetry")), file)
    yield from mentions(inside(tool, "uv", "dev-dependencies"), file, "tool.uv.dev-dependencies", "optional")
    yield from _groups(inside(tool, "pdm", "dev-dependencies"), file, "tool.pdm.dev-dependencies")
    for name, environment in mapping(inside(tool, "hatch", "envs")).items():
        for key in ("dependencies", "extra-dependencies"):
            yield from mentions(
                mapping(environment).get(key), file, f"tool.hatch.envs.{name}.{key}", "optional"
            )


def _groups(groups: object, file: str, place: str) -> Iterator[Mention]:
    for name, requirements in mapping(groups).items():
        yield from mentions(requirements, file, f"{place}.{name}", "optional")


def _poetry(poetry: dict[str, object], file: str) -> Iterator[Mention]:
    yield from tabled(poetry.get("dependencies"), file, "tool.poetry.dependencies", "declared")
    yield from tabled(poetry.get("dev-dependencies"), file, "tool.poetry.dev-dependencies", "optional")
    for name, group in mapping(poetry.get("group")).items():
        place = f"tool.poetry.group.{name}.dependencies"
        yield from tabled(mapping(group).get("dependencies"), file, place, "optional")


def pipfile(file: str, text: str) -> Iterator[Mention]:
    """Read `[packages]`, and every other category as optional."""
    for name, table in tomllib.loads(text).items():
        if name not in ("source", "requires", "scripts", "pipenv"):
            yield from tabled(table, file, name, "declared" if name == "packages" else "optional")


def setup_cfg(file: str, text: str) -> Iterator[Mention]:
    """Read what setuptools reads."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text, file)
    except configparser.Error as error:
        raise ValueError(str(error).splitlines()[0]) from error
    listed = parser.get("options", "install_requires", fallback="")
    yield from mentions(_lines(listed), file, "options.install_requires", "declared")
    if parser.has_section("options.extras_require"):
        for name, listed in parser.items("options.extras_require"):
            yield from mentions(_lines(listed), file, f"options.extras_require.{name}", "optional")


def _lines(listed: str) -> list[str]:
    """Part a list as setuptools does: at semicolons where it stands in one line."""
    parts = listed.splitlines() if "\n" in listed else listed.split(";")
    return [part.strip() for part in parts if part.strip()[:1] not in ("", "#")]


def setup_py(file: str, text: str) -> Iterator[Mention]:
    """Read the texts that stand for requirements in the script, which is parsed and never run."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise ValueError(f"no Python at line {error.lineno}") from error
    assigned = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in _OF_SETUP:
            value = (
                assigned.get(node.value.id, node.value) if isinstance(node.value, ast.Name) else node.value
            )
            yield from mentions(_texts(value), file, node.arg, _OF_SETUP[node.arg])


def _texts(value: ast.expr) -> list[str]:
    """Return the texts in an expression, without the names of extras."""
    names = {id(key) for node in ast.walk(value) if isinstance(node, ast.Dict) for key in node.keys}
    return [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in names
    ]


def manage_py(file: str, text: str) -> Iterator[Mention]:
    """See Django in the script that it makes for a project; others have a manage.py, too."""
    for number, line in enumerate(text.splitlines(), 1):
        if "DJANGO_SETTINGS_MODULE" in line or "django.core.management" in line:
            place = f"line {number}"
            yield Mention(package="django", file=file, place=place, text=line.strip(), strength="declared")
            return
