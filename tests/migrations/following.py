"""A project follows a chain of models, and its database and rows are looked at after each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.databases import Database
from tests.migrations.chains import World, table_of
from tests.migrations.projects import Project
from tests.schema.reading import facts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind


def follow(stack: str, kind: Kind, chain: list[World], directory: Path) -> None:
    """Migrate step by step; AssertionError where rows or the schema are not as they should be."""
    with Database.fresh(kind, directory) as database:
        project = Project(stack=stack, folder=directory / "project", database=database)
        for number, world in enumerate(chain):
            project.follow(world.source())
            if number:
                made = project.migration(f"step {number}")
                assert made.status == 0, made.output + world.source()["ontology/chain.yml"]
            applied = project.migrate("--allow-destructive")
            assert applied.status == 0, applied.output
            _fill(project, world, chain[number - 1] if number else World())
            for table, rows in world.tables().items():
                if rows:
                    wanted = sorted([_told(value) for value in row.values()] for row in rows)
                    assert project.rows(table, list(rows[0])) == wanted, f"{table} in step {number}"
        with Database.fresh(kind, directory) as other:
            fresh = Project(stack=stack, folder=directory / "fresh", database=other)
            fresh.follow(chain[-1].source())
            assert fresh.migrate().status == 0
            assert facts(database) == facts(other)


def _fill(project: Project, world: World, before: World) -> None:
    """Write the rows of new tables, and new references; the other members hold what they held."""
    tables = world.tables()
    for name, thing in world.things.items():
        if thing.before(name, before) is None:
            references = {world.column(key, one) for key, one in thing.members.items() if one.kind == "ref"}
            rows = [{key: row[key] for key in row.keys() - references} for row in tables[table_of(name)]]
            project.insert({table_of(name): rows})
    for name, thing in world.things.items():
        for key, member in thing.members.items():
            if not thing.is_new(key, thing.before(name, before)) or member.held is None:
                continue
            if member.kind == "many":
                project.insert({f"{table_of(name)}_{key}": tables[f"{table_of(name)}_{key}"]})
            elif member.kind == "ref":
                column = world.column(key, member)
                project.execute(f"UPDATE {table_of(name)} SET {column} = {member.held}")


def _told(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)
