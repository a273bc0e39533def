"""A migration that is killed half-way runs again to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.databases import KINDS, Database, marked
from tests.migrations.projects import Project
from tests.migrations.test_cases import CASES, check_rows, model, table_of
from tests.schema.reading import facts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind

CHOSEN = (
    "renamed_key", "renamed_with_all", "added_with_defaults", "constraints", "dropped", "states",
    "everything",
)  # fmt: skip


def chosen(when: str) -> dict[str, str]:
    return {f"ontology/{name}.yml": model(when)[f"ontology/{name}.yml"] for name in CHOSEN}


@pytest.mark.parametrize("stack", ["flask_sqlmodel", "django"])
@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_it_is_killed_again_and_again_and_comes_to_its_end(kind: str, stack: str, tmp_path: Path) -> None:
    database_kind = cast("Kind", kind)
    with (
        Database.fresh(database_kind, tmp_path) as database,
        Database.fresh(database_kind, tmp_path) as other,
    ):
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(chosen("before"))
        assert project.migrate().status == 0
        for name in CHOSEN:
            project.insert({table_of(name, table): rows for table, rows in CASES[name]["rows"].items()})
        before = facts(database)
        project.follow(chosen("after"))
        assert project.migration().status == 0

        kills = 0
        # Each run lasts longer: what has transactions begins anew, and the rest goes on where it died.
        while (done := project.run("python", str(project.tool.killed), str(5 + 9 * kills))).status == 9:
            kills += 1
            if project.tool.is_whole and kind != "mariadb":
                assert facts(database) == before

        assert done.status == 0, done.output
        assert kills > 5
        fresh = Project(stack=stack, folder=tmp_path / "fresh", database=other)
        fresh.follow(chosen("after"))
        assert fresh.migrate().status == 0
        assert facts(database) == facts(other)
        for name in CHOSEN:
            check_rows(project, name)
