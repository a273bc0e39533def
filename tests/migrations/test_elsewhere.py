"""What was made on SQLite, on somebody's laptop, runs on the server that holds the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.databases import SERVERS, Database, marked
from tests.migrations.projects import Project
from tests.migrations.test_cases import CASES, check_rows, model, table_of
from tests.schema.reading import facts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind


@pytest.mark.parametrize("stack", ["fastapi_sqlalchemy", "django"])
@pytest.mark.parametrize("kind", [marked(kind) for kind in SERVERS])
def test_a_migration_of_a_laptop_runs_on_a_server(kind: str, stack: str, tmp_path: Path) -> None:
    with (
        Database.fresh("sqlite", tmp_path) as laptop,
        Database.fresh(cast("Kind", kind), tmp_path) as server,
        Database.fresh(cast("Kind", kind), tmp_path) as other,
    ):
        here = Project(stack=stack, folder=tmp_path / "here", database=laptop)
        there = Project(stack=stack, folder=tmp_path / "there", database=server)
        for project in (here, there):
            project.follow(model("before"))
            assert project.migrate().status == 0
        for name, case in CASES.items():
            there.insert({table_of(name, table): rows for table, rows in case["rows"].items()})
        for project in (here, there):
            project.follow(model("after"))
        made = here.migration()
        assert made.status == 0, made.output
        for path, text in here.revisions().items():
            (there.folder / path).write_text(text, "utf-8")

        done = there.migrate("--allow-destructive")

        assert done.status == 0, done.output
        for name in CASES:
            check_rows(there, name)
        fresh = Project(stack=stack, folder=tmp_path / "fresh", database=other)
        fresh.follow(model("after"))
        assert fresh.migrate().status == 0
        assert facts(server) == facts(other)
