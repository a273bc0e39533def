"""One migration takes every case from its old model to its new one, with its rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.databases import KINDS, SERVERS, Database
from tests.migrations.projects import Done, Project
from tests.schema.reading import facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind
    from tests.schema.reading import Facts

STACKS = ("fastapi_sqlalchemy", "flask_sqlmodel", "django")
CASES: dict[str, dict[str, Any]] = {
    name: case
    for path in sorted(Path(__file__).with_name("cases").glob("*.yml"))
    for name, case in yaml.safe_load(path.read_text("utf-8")).items()
}


def model(when: str) -> dict[str, str]:
    return {
        f"ontology/{name}.yml": yaml.safe_dump({"ontology": name, **case[when]}, sort_keys=False)
        for name, case in CASES.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A project that has followed its model, and how that went."""

    project: Project
    before: dict[str, str]
    made: Done
    written: dict[str, str]
    refused: Done
    allowed: Done
    schema: Facts
    fresh: Facts


# Each tool on every database, and both ORMs with Alembic.
COMBINATIONS: tuple[tuple[str, Kind], ...] = (
    ("flask_sqlmodel", "sqlite"),
    ("fastapi_sqlalchemy", "postgresql"),
    ("flask_sqlmodel", "mariadb"),
    *(("django", kind) for kind in KINDS),
)


def combined(stack: str, kind: Kind, *more: object) -> object:
    """A pytest parameter for a stack on a database."""
    marks = [getattr(pytest.mark, kind)] if kind in SERVERS else []
    return pytest.param((stack, kind, *more), id=f"{stack}-{kind}", marks=marks)


@pytest.fixture(scope="module", params=[combined(*one) for one in COMBINATIONS])
def moved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    stack, kind = request.param
    directory = tmp_path_factory.mktemp("moved")
    with Database.fresh(kind, directory) as database, Database.fresh(kind, directory) as other:
        project = Project(stack=stack, folder=directory / "project", database=database)
        project.follow(model("before"))
        assert project.migrate().status == 0
        for name, case in CASES.items():
            project.insert({table_of(name, table): rows for table, rows in case["rows"].items()})
        before = project.revisions()
        project.follow(model("after"))
        made = project.migration()
        refused = project.migrate()
        allowed = project.migrate("--allow-destructive")
        fresh = Project(stack=stack, folder=directory / "fresh", database=other)
        fresh.follow(model("after"))
        assert fresh.migrate().status == 0
        yield Moved(
            project=project,
            before=before,
            made=made,
            written={path: text for path, text in project.revisions().items() if path not in before},
            refused=refused,
            allowed=allowed,
            schema=facts(database),
            fresh=facts(other),
        )


def table_of(case: str, table: str) -> str:
    return table if table.startswith("service_") else f"{case}_{table}"


def check_rows(project: Project, case: str) -> None:
    for table, rows in CASES[case]["kept"].items():
        columns = list(rows[0]) if rows else ["id"] if table == "box" else ["owner_id"]
        wanted = sorted([_told(value, project.database.kind) for value in row.values()] for row in rows)
        found = project.rows(table_of(case, table), columns)
        if table.startswith("service_"):
            found = [row for row in found if row[0].split(".")[0] == case]
        assert found == wanted, table


def _told(value: object, kind: Kind) -> str:
    return str(value.get(kind, value.get("else")) if isinstance(value, dict) else value)


def test_it_is_made_and_applied(moved: Moved) -> None:
    assert moved.made.status == 0, moved.made.output
    assert moved.allowed.status == 0, moved.allowed.output


@pytest.mark.parametrize("case", CASES)
def test_rows_are_kept(moved: Moved, case: str) -> None:
    check_rows(moved.project, case)


def test_rows_get_a_value_each_where_the_default_makes_one(moved: Moved) -> None:
    tokens = moved.project.rows("everything_client", ["token"])

    assert len({*map(tuple, tokens)}) == 2


@pytest.mark.parametrize("case", CASES)
def test_the_schema_is_that_of_a_fresh_database(moved: Moved, case: str) -> None:
    def mine(schema: Facts) -> Facts:
        return {place: fact for place, fact in schema.items() if place.startswith(f"{case}_")}

    assert mine(moved.schema) == mine(moved.fresh)


def test_the_whole_schema_is_that_of_a_fresh_database(moved: Moved) -> None:
    assert moved.schema == moved.fresh


def test_what_was_there_is_as_it_was(moved: Moved) -> None:
    assert {
        path: text for path, text in moved.project.revisions().items() if path in moved.before
    } == moved.before


def test_a_drop_is_refused_until_it_is_allowed(moved: Moved) -> None:
    lost = [one for case in CASES.values() for one in case.get("lost", [])]

    assert moved.refused.status == 1
    assert [one for one in lost if one not in moved.refused.output] == []


def test_a_change_of_type_is_told(moved: Moved) -> None:
    for case in CASES.values():
        assert case.get("says", "") in moved.made.output


def test_there_is_nothing_left_to_migrate(moved: Moved) -> None:
    there = moved.project.revisions()

    done = moved.project.migration()

    assert done.status == 0, done.output
    assert moved.project.tool.idle in done.output
    assert moved.project.revisions() == there
