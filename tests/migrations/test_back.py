"""What a migration has done can be taken back: names, values and rows; what was dropped comes back empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest

from tests.databases import KINDS, Database, marked
from tests.migrations.projects import Project
from tests.migrations.test_cases import CASES, table_of
from tests.migrations.test_kills import CHOSEN, chosen
from tests.schema.reading import facts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind

LOST = [one for name in CHOSEN for one in CASES[name].get("lost", ())]


@pytest.mark.parametrize("stack", ["fastapi_sqlmodel", "django"])
@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_a_migration_is_taken_back(kind: str, stack: str, tmp_path: Path) -> None:
    with Database.fresh(cast("Kind", kind), tmp_path) as database:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(chosen("before"))
        assert project.migrate().status == 0
        for name in CHOSEN:
            project.insert({table_of(name, table): rows for table, rows in CASES[name]["rows"].items()})
        there = {table: _rows(project, table) for table in _tables()}
        before = facts(database)
        project.follow(chosen("after"))
        assert project.migration().status == 0
        assert project.migrate("--allow-destructive").status == 0

        for command in project.tool.back(CHOSEN):
            done = project.run(*command)
            assert done.status == 0, done.output

        assert facts(database) == {place: _empty(place, kind) or fact for place, fact in before.items()}
        assert {table: _rows(project, table) for table in _tables()} == there
        assert project.migrate("--allow-destructive").status == 0


def _empty(place: str, kind: str) -> str | None:
    """Return what a column that was dropped says on its return: it may be empty."""
    said = {"nullable": "True"} | ({"default": "NULL "} if kind == "mariadb" else {})
    return said.get(place.rpartition("/")[2]) if "/columns/" in place and _is_lost(place) else None


def _is_lost(place: str) -> bool:
    table, _, column, _ = place.split("/")
    return any(re.search(rf"column {_former(table)}\.{column}$", one) for one in LOST)


def _former(table: str) -> str:
    """Return what the drop calls the table, which has its present name by then."""
    return "everything_purchase" if table == "everything_order" else table


def _tables() -> list[str]:
    return [
        table_of(name, table)
        for name in CHOSEN
        for table in CASES[name]["rows"]
        if not table.startswith("service_") and f"the table {table_of(name, table)}" not in LOST
    ]


def _rows(project: Project, table: str) -> list[list[str]]:
    """Return what the rows hold, but for what was dropped or has been filled."""
    name = next(one for one in CHOSEN if table.startswith(f"{one}_"))
    given = CASES[name]["rows"][table.removeprefix(f"{name}_")]
    kept = [
        column
        for column in given[0]
        if not _is_lost(f"{table}/columns/{column}/nullable")
        and all(row[column] is not None for row in given)
    ]
    return project.rows(table, kept)
