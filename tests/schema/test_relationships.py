"""Rows that are mapped lead to each other along the model's references, and load nothing by accident."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from stackwright.ontology import names
from stackwright.ontology.ir import ListOf, Ref
from stackwright.rendering.stacks import load_stacks

from tests.databases import Database
from tests.schema.projects import MODELS, REPOSITORY, SETTINGS, STACKS, model, project
from tests.servers import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Field, Model, Object

HERE = Path(__file__).parent
# One stack for each ORM that maps rows to classes: these are the same in every framework.
MAPPED = sorted(
    {
        stack.orm: name
        for name, stack in load_stacks(REPOSITORY).items()
        if name in STACKS and stack.has("alembic")
    }.values()
)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("relationships")


def told(folder: Path, script: str, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def references(whole: Model) -> Iterator[tuple[Object, Field, Object]]:
    for one in whole.objects():
        for field in one.fields:
            type_ = field.type.item if isinstance(field.type, ListOf) else field.type
            if isinstance(type_, Ref):
                yield one, field, type_.target


def pairs(one: Object, field: Field, target: Object) -> list[list[str]]:
    """Which columns meet along a reference, from its owner."""
    theirs = [name for part in target.key_fields for name, _ in names.columns(part)]
    if not field.many:
        mine = [name for name, _ in names.columns(field)]
        return sorted([f"{one.table}.{a}", f"{target.table}.{b}"] for a, b in zip(mine, theirs, strict=True))
    link = names.link_table(one.table, field.name)
    mine = [name for part in one.key_fields for name, _ in names.columns(part)]
    return sorted(
        [[f"{one.table}.{name}", f"{link}.owner_{name}"] for name in mine]
        + [[f"{target.table}.{name}", f"{link}.target_{name}"] for name in theirs]
    )


def expected(whole: Model) -> list[tuple[str, Any]]:
    """Every reference of a model as a relationship, and every inverse."""
    found: list[tuple[str, Any]] = []
    for one, field, target in references(whole):
        link = names.link_table(one.table, field.name) if field.many else None
        along = {"through": link, "lazy": "raise_on_sql"}
        there = pairs(one, field, target)
        back = there if field.many else sorted([b, a] for a, b in there)
        many = not field.unique and one.key != (field.name,)
        found.append((one.table, {**along, "to": target.table, "pairs": there, "many": field.many}))
        if field.inverse is not None:
            found.append((target.table, {**along, "to": one.table, "pairs": back, "many": many}))
    return sorted(found, key=repr)


@pytest.mark.parametrize("stack", MAPPED)
@pytest.mark.parametrize("name", MODELS)
def test_every_reference_and_every_inverse_is_a_relationship(directory: Path, name: str, stack: str) -> None:
    found = told(project(name, stack, directory), "mapping.py")

    for place, way in found.items():
        if way["back"] is not None:
            other = found[f"{way['to']}.{way['back']}"]
            assert f"{other['to']}.{other['back']}" == place
    ways = [(place.partition(".")[0], way) for place, way in found.items()]
    assert sum(way.pop("back") is not None for _, way in ways) == 2 * sum(
        field.inverse is not None for _, field, _ in references(model(name))
    )
    assert sorted(ways, key=lambda way: repr((way[0], dict(sorted(way[1].items()))))) == sorted(
        expected(model(name)), key=lambda way: repr((way[0], dict(sorted(way[1].items()))))
    )


@pytest.mark.parametrize("stack", MAPPED)
def test_relationships_are_walked_only_where_asked_and_deletes_are_left_to_the_database(
    directory: Path, stack: str
) -> None:
    folder = project("shop", stack, directory)
    database = Database.named("sqlite", f"walked_{stack}", directory)
    run(folder, "migrate", {**SETTINGS, "DATABASE_URL": database.url})

    assert told(folder, "walking.py", database.url) == {
        "there": [["Bread"]],
        "and back": "Ada",
        "total": "9.50",
        "by accident": True,
        "restricted": True,
        "cascaded": True,
    }
