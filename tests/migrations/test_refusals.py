"""What a migration cannot know is refused in a sentence, before there is a migration; and so are drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.databases import Database
from tests.migrations.projects import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STACKS = ("fastapi_sqlalchemy", "flask_sqlmodel", "django")
BEFORE = {"id": "int, key", "note": "string(9)?", "due": "date?", "size": "Size = large"}
SIZES = ("small", "large")
REQUIRED = (
    "bag_thing.{}, and nothing says what the rows that are there get: "
    "give it a default in the model, or make it optional first"
)
REFUSED = {
    "a new required field": (BEFORE | {"name": "string(9)"}, REQUIRED.format("name is new and required")),
    "a new required reference": (
        BEFORE | {"within": "ref Box"},
        REQUIRED.format("within_id is new and required"),
    ),
    "a field that becomes required": (
        BEFORE | {"note": "string(9)"},
        REQUIRED.format("note becomes required"),
    ),
    "a default for a unique field": (
        BEFORE | {"code": "int = 1, unique"},
        "bag_thing.code is new and unique, and one default cannot serve two rows: make it optional first",
    ),
    "another key": (
        BEFORE | {"id": "int", "name": "string(9), key"},
        "bag_thing has another key, and what refers to its rows cannot follow: make a new object, and move",
    ),
    "a type that nothing becomes": (
        BEFORE | {"due": "uuid?"},
        "bag_thing.due changes from date to uuid, and nothing converts that: give it another name, move",
    ),
}


def model(fields: dict[str, str], sizes: tuple[str, ...] = SIZES, **more: str) -> dict[str, str]:
    objects = {
        "Thing": {"timestamps": False, "fields": fields},
        "Box": {"timestamps": False, "fields": {"id": "int, key", **more}},
    }
    tree = {"ontology": "bag", "enums": {"Size": [*sizes]}, "objects": objects}
    return {"ontology/bag.yml": yaml.safe_dump(tree, sort_keys=False)}


@pytest.fixture(params=STACKS)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    """A project with a row of each object."""
    with Database.fresh("sqlite", tmp_path) as database:
        made = Project(stack=request.param, folder=tmp_path / "project", database=database)
        made.follow(model(BEFORE))
        assert made.migrate().status == 0
        made.insert({"bag_thing": [{"id": 1, "note": "said", "size": "large"}], "bag_box": [{"id": 1}]})
        yield made


def test_a_question_that_only_the_model_can_answer_is_refused(project: Project) -> None:
    there = project.revisions()
    for what, (fields, told) in REFUSED.items():
        project.follow(model(fields))

        done = project.migration()

        assert done.status != 0, what
        assert told in done.output, done.output
        assert "Traceback" not in done.output, what
        assert project.revisions() == there, what


def test_all_questions_are_asked_at_once(project: Project) -> None:
    project.follow(model(BEFORE | {"due": "uuid?", "name": "string(9)", "code": "int = 1, unique"}))

    output = project.migration().output

    assert [name for name in ("due", "name", "code") if f"bag_thing.{name} " not in output] == []


def test_rows_with_a_value_that_goes_stop_the_drop(project: Project) -> None:
    project.follow(model(BEFORE | {"size": "Size = small"}, ("small",)))
    assert project.migration().status == 0

    stopped = project.migrate("--allow-destructive")

    assert stopped.status == 1
    told = (
        "bag_thing.size is 'large', which the model has no more, in rows: 1. Give them another value first."
    )
    assert told in stopped.output
    assert "Traceback" not in stopped.output
    project.execute("UPDATE bag_thing SET size = 'small'")
    assert project.migrate("--allow-destructive").status == 0


def test_what_lies_before_a_drop_is_applied_and_what_waits_behind_it_is_told(
    project: Project, tmp_path: Path
) -> None:
    with Database.fresh("sqlite", tmp_path) as database:
        laptop = Project(stack=project.stack, folder=project.folder, database=database)
        without = {name: field for name, field in BEFORE.items() if name != "note"}
        made = project.revisions()
        assert laptop.migrate().status == 0
        for changed in (without | {"more": "int?"}, {"id": "int, key", "more": "int?"}):
            laptop.follow(model(changed, later="int?"))
            assert laptop.migration("more").status == 0
            assert laptop.migrate("--allow-destructive").status == 0
    behind = [
        path.rpartition("/")[2].removesuffix(".py") for path in project.revisions().keys() - made.keys()
    ]

    stopped = project.migrate()

    assert stopped.status == 1
    assert "stops here, because it removes the column bag_thing.note. Behind it wait " in stopped.output
    assert "which removes the column bag_thing.due, the column bag_thing.size" in stopped.output
    assert stopped.output.rstrip().endswith("If that is meant: make migrate destructive=1")
    assert [name for name in behind if name in stopped.output] != []
    assert "Traceback" not in stopped.output
    assert project.rows("bag_thing", ["note", "more", "size"]) == [["said", "None", "large"]]
    assert project.migrate("--allow-destructive").status == 0
    assert project.rows("bag_thing", ["id", "more"]) == [["1", "None"]]


def test_an_empty_database_loses_nothing_and_asks_for_nothing(project: Project, tmp_path: Path) -> None:
    project.follow(model({"id": "int, key"}))
    assert project.migration("drop").status == 0
    with Database.fresh("sqlite", tmp_path) as empty:
        other = Project(stack=project.stack, folder=project.folder, database=empty)

        done = other.migrate()

        assert done.status == 0, done.output
        assert other.rows("bag_thing", ["id"]) == []
