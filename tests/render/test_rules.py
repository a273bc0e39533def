"""The rules of this repository: who may know whom, and what may be printed."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from jinja2 import nodes
from stackwright.rendering.environment import SETTINGS, environment
from stackwright.rendering.filters import FILTERS

from tests.render.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXTENSIONS = HERE / "extensions"
BODIES = sorted([*(HERE / "stacks").rglob("*.jinja"), *(HERE / "template").rglob("*.jinja")])
MANIFESTS = [
    yaml.safe_load(path.read_text()) for path in (HERE / "stacks").glob("*.yml") if path.name != "plan.yml"
]


def imported(folder: str) -> set[str]:
    found: set[str] = set()
    for path in (EXTENSIONS / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: a relative import"
                found.add(node.module or "")
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}


def test_the_ontology_imports_nothing_but_pyyaml() -> None:
    assert {
        name for name in imported("stackwright/ontology") if not name.startswith("stackwright.ontology")
    } <= {"yaml"}


def test_rendering_imports_the_ontology_diagrams_and_jinja() -> None:
    found = imported("stackwright/rendering")
    roots = {".".join(name.split(".")[: 2 if name.startswith("stackwright.") else 1]) for name in found}

    assert roots <= {
        "yaml",
        "jinja2",
        "stackwright.diagrams",
        "stackwright.ontology",
        "stackwright.rendering",
    }


def test_nothing_imports_what_copier_loads() -> None:
    assert not [name for name in imported("stackwright") if name.split(".")[0] == "context"]


def test_what_copier_loads_imports_eagerly() -> None:
    """A late import would find the modules of another version of the template."""
    for path in (EXTENSIONS / "stackwright").rglob("*.py"):
        if (
            path.parent.name in ("commands", "updating") or path.name == "creating.py"
        ):  # which it never loads: import-linter holds that
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                late = [inner for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
                assert not late, f"{path.name}:{node.lineno}"


def lines(path: Path) -> Iterator[str]:
    if path.suffix in (".jinja", ".py"):
        yield from path.read_text("utf-8").lower().splitlines()


def test_what_is_common_names_no_framework_and_no_orm() -> None:
    names = re.compile("|".join({manifest[key] for manifest in MANIFESTS for key in ("framework", "orm")}))

    found = [
        (path.name, line)
        for path in (HERE / "stacks/common").rglob("*")
        for line in lines(path)
        if names.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(("mine", "theirs"), [("framework", "orm"), ("orm", "framework")])
def test_frameworks_and_orms_never_name_each_other(mine: str, theirs: str) -> None:
    own = {manifest[mine] for manifest in MANIFESTS}
    others = {manifest[theirs] for manifest in MANIFESTS} - own
    names = re.compile("|".join(sorted(others)))

    found = [
        (path.name, line)
        for path in (HERE / "stacks" / mine).rglob("*")
        for line in lines(path)
        if names.search(line)
    ]

    assert found == []


@pytest.mark.parametrize("body", BODIES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_body_asks_for_a_stack_by_name(body: Path) -> None:
    assert not re.search(r"\{%[^%]*\b(stack|framework|orm)(\.\w+)?\s*[!=]=", body.read_text("utf-8"))


def test_copier_and_the_renderer_have_the_same_settings() -> None:
    envops = yaml.safe_load((HERE / "copier.yml").read_text())["_envops"]

    assert envops.pop("undefined") == f"jinja2.{SETTINGS['undefined'].__name__}"
    assert envops == {name: value for name, value in SETTINGS.items() if name != "undefined"}


# What a body may print as it is: names, which come from the allowlist, and what we made ourselves.
TEXTS = frozenset(
    [
        "description",
        "title",
        "summary",
        "wire",
        "pattern",
        "value",
        "example",
        "default",
        "message",
        "label",
        "author",
        "project_name",
        "doc",
    ]
)
SAFE = {"py", "doc", "comment", "toml", "yaml", "md", "sql", "json", "html", "to_nice_yaml"}
OF_THE_MODEL = {"ontology", "object", "action", "field", "model"}
NAMES = {"name", "snake", "plural", "attr", "table", "namespace", "source", "path", "package", "package_name"}


def root(node: nodes.Node) -> str:
    while isinstance(node, nodes.Getattr):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def unsafe(node: nodes.Node, of_the_model: set[str]) -> Iterator[str]:
    """Yield what an expression prints of the model without a filter for the output's language."""
    if isinstance(node, nodes.Filter) and node.name in SAFE:
        return
    if isinstance(node, nodes.Getattr):
        if node.attr in TEXTS or (root(node) in of_the_model and node.attr not in NAMES):
            yield node.attr
    elif isinstance(node, nodes.Name):
        if node.name in TEXTS:
            yield node.name
    else:
        parts = [*node.args, *node.kwargs] if isinstance(node, nodes.Call) else node.iter_child_nodes()
        for part in parts:
            yield from unsafe(part, of_the_model)


def forgotten(body: str) -> list[tuple[int, str]]:
    """List what a body prints without a filter, with the line."""
    tree = environment(HERE).parse(body)
    loops = [(root(loop.target), root(loop.iter) in OF_THE_MODEL) for loop in tree.find_all(nodes.For)]
    ours = {name for name, _ in loops} - {name for name, of_the_model in loops if of_the_model}
    return [
        (part.lineno, text)
        for part in tree.find_all(nodes.Output)
        for expression in part.nodes
        if not isinstance(expression, nodes.TemplateData)
        for text in unsafe(expression, OF_THE_MODEL - ours)
    ]


@pytest.mark.parametrize("body", BODIES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_text_of_the_model_is_printed_without_a_filter(body: Path) -> None:
    if not body.name.startswith("{% yield"):  # that one prints what has been rendered
        assert forgotten(body.read_text("utf-8")) == []


FORGETFUL = [
    "{{ object.description }}",
    "{{ 'x' ~ view.title }}",
    "{{ author }}",
    "{{ [field.title] | fit('a(') }}",
    "{{ f(action.title) }}",
    "{{ object.fields }}",
]


@pytest.mark.parametrize("body", FORGETFUL)
def test_the_rule_finds_those_that_forget(body: str) -> None:
    assert forgotten(body)


def test_every_filter_of_a_language_is_there() -> None:
    assert SAFE - {"to_nice_yaml"} <= set(FILTERS)
