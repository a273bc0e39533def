"""What a migration cannot know is refused in a sentence, before there is a migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.databases import Database
from tests.migrations.projects import Project

if TYPE_CHECKING:
    from pathlib import Path

STACKS = ("fastapi_sqlalchemy", "flask_sqlmodel")
BEFORE = {"id": "int, key", "note": "string(9)?"}
REFUSED = {
    "a new required field": (BEFORE | {"name": "string(9)"}, "bag_thing.name is required"),
    "a new required reference": (BEFORE | {"within": "ref Box"}, "bag_thing.within_id is required"),
    "a field that becomes required": (BEFORE | {"note": "string(9)"}, "bag_thing.note has become required"),
    "a default for a unique field": (
        BEFORE | {"code": "int = 1, unique"},
        "bag_thing.code is unique, so that no default serves two rows",
    ),
    "another key": ({"id": "int", "note": "string(9), key"}, "bag_thing has another key"),
}


def model(fields: dict[str, str]) -> dict[str, str]:
    objects = {"Thing": {"timestamps": False, "fields": fields}, "Box": {"fields": {"id": "int, key"}}}
    return {"ontology/bag.yml": yaml.safe_dump({"ontology": "bag", "objects": objects}, sort_keys=False)}


@pytest.mark.parametrize("stack", STACKS)
def test_a_question_that_only_the_model_can_answer_is_refused(stack: str, tmp_path: Path) -> None:
    with Database.fresh("sqlite", tmp_path) as database:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(model(BEFORE))
        assert project.migrate().status == 0
        there = project.revisions()
        for what, (fields, told) in REFUSED.items():
            project.follow(model(fields))

            done = project.migration()

            assert done.status != 0, what
            assert told in done.output, what
            assert "Traceback" not in done.output, what
            assert project.revisions() == there, what


@pytest.mark.parametrize("stack", STACKS)
def test_rows_with_a_value_that_goes_stop_the_drop(stack: str, tmp_path: Path) -> None:
    def sized(values: list[str]) -> dict[str, str]:
        source = yaml.safe_load(model(BEFORE | {"size": "Size"})["ontology/bag.yml"])
        return {"ontology/bag.yml": yaml.safe_dump(source | {"enums": {"Size": values}}, sort_keys=False)}

    with Database.fresh("sqlite", tmp_path) as database:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(sized(["small", "large"]))
        assert project.migrate().status == 0
        project.insert({"bag_thing": [{"id": 1, "size": "large"}]})
        project.follow(sized(["small"]))
        assert project.migration().status == 0

        stopped = project.migrate("--allow-destructive")

        assert stopped.status == 1
        assert "1 rows of bag_thing have size 'large': change them first" in stopped.output
        assert "Traceback" not in stopped.output
        project.execute("UPDATE bag_thing SET size = 'small'")
        assert project.migrate("--allow-destructive").status == 0


@pytest.mark.parametrize("stack", STACKS)
def test_a_drop_stops_what_is_behind_it_and_says_so(stack: str, tmp_path: Path) -> None:
    with Database.fresh("sqlite", tmp_path) as database:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(model(BEFORE))
        assert project.migrate().status == 0
        project.insert({"bag_thing": [{"id": 1, "note": "kept"}]})
        project.follow(model({"id": "int, key"}))
        assert project.migration("drop").status == 0

        stopped = project.migrate()

        assert stopped.status == 1
        assert "stops here, because it removes the column bag_thing.note" in stopped.output
        assert "destructive=1" in stopped.output
        assert project.rows("bag_thing", ["note"]) == [["kept"]]


@pytest.mark.parametrize("stack", STACKS)
def test_a_database_without_rows_loses_nothing_and_asks_for_nothing(stack: str, tmp_path: Path) -> None:
    with Database.fresh("sqlite", tmp_path) as database, Database.fresh("sqlite", tmp_path) as other:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(model(BEFORE))
        assert project.migrate().status == 0
        project.follow(model({"id": "int, key"}))
        assert project.migration("drop").status == 0

        assert project.migrate().status == 0

        new = Project(stack=stack, folder=project.folder, database=other)
        assert new.migrate().status == 0
