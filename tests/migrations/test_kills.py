"""A migration that is killed half-way runs again to its end."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.databases import KINDS, Database, Kind, marked
from tests.migrations.projects import Project
from tests.migrations.test_cases import CASES, model
from tests.schema.reading import facts

CHOSEN = ("renamed_key", "renamed_with_all", "added_with_defaults", "constraints", "dropped", "states")
SCRIPT = Path(__file__).with_name("killed.py")


def chosen(when: str) -> dict[str, str]:
    return {f"ontology/{name}.yml": model(when)[f"ontology/{name}.yml"] for name in CHOSEN}


@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_it_is_killed_again_and_again_and_comes_to_its_end(kind: str, tmp_path: Path) -> None:
    database_kind = cast("Kind", kind)
    with (
        Database.fresh(database_kind, tmp_path) as database,
        Database.fresh(database_kind, tmp_path) as other,
    ):
        project = Project(stack="flask_sqlmodel", folder=tmp_path / "project", database=database)
        project.follow(chosen("before"))
        assert project.migrate().status == 0
        for name in CHOSEN:
            rows = CASES[name]["rows"]
            project.insert({t if "service" in t else f"{name}_{t}": held for t, held in rows.items()})
        before = facts(database)
        project.follow(chosen("after"))
        assert project.migration().status == 0

        if kind == "mariadb":  # without transactions each run goes on where the last one died
            kills = 0
            while project.run("python", str(SCRIPT), "30").status:
                kills += 1
                assert kills < 20
            assert kills > 1
        else:
            for changes in ("9", "60"):
                assert project.run("python", str(SCRIPT), changes).status == 9
                assert facts(database) == before
            assert project.migrate("--allow-destructive").status == 0

        fresh = Project(stack="flask_sqlmodel", folder=tmp_path / "fresh", database=other)
        fresh.follow(chosen("after"))
        assert fresh.migrate().status == 0
        assert facts(database) == facts(other)
        assert project.rows("renamed_key_order_known", ["target_code"]) == [["1"]]
        assert project.rows("renamed_with_all_item", ["extent"]) == [["medium"]]
        assert project.rows("states_order", ["id", "state"]) == [["1", "basket"], ["2", "shipped"]]
