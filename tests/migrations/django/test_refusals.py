"""What no migration can do by itself is refused while it is made, with a sentence; nothing is written."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.databases import Database
from tests.migrations.django.project import Project
from tests.migrations.django.test_steps import AFTER, BEFORE, DAY, fill

if TYPE_CHECKING:
    from pathlib import Path

MODEL = """
ontology: shop
enums:
  Size: [s, m]
objects:
  Thing:
    fields:
      id: int, key
      name: string(40)?
      due: date?
      size: Size = s
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("begun")
    project = Project(folder=folder / "project", database=Database.named("sqlite", "begun", folder))
    project.follow(MODEL)
    assert project.manage("migrate").status == 0
    return project


@pytest.fixture
def project(begun: Project, tmp_path: Path) -> Project:
    """A project of its own, on a database with a row."""
    shutil.copytree(begun.folder, tmp_path / "project")
    shutil.copy(begun.database.url.removeprefix("sqlite:///"), tmp_path / "own.db")
    made = Project(folder=tmp_path / "project", database=Database.named("sqlite", "own", tmp_path))
    row = {"id": 1, "size": "m", "row_version": 1, "created_at": DAY, "updated_at": DAY}
    made.insert({"shop_thing": [row]})
    return made


REQUIRED = (
    "shop_thing.{} {}, and nothing says what the rows that are there get: "
    "give the field a default in the model, or make it optional first."
)
UNIQUE = "shop_thing.code is new and unique, and one default cannot serve two rows: make it optional first."
KEY = (
    "shop_thing: its key becomes name where it was id. No migration can do that with rows: "
    "declare another object, and move the rows."
)
KIND = (
    "shop_thing.due: nothing converts DateField to {}. "
    "Give the field another name, move what rows hold, and drop the old one later."
)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("due: date?", "due: date?\n      note: text", REQUIRED.format("note", "is new")),
        ("name: string(40)?", "name: string(40)", REQUIRED.format("name", "becomes required")),
        ("due: date?", "due: date?\n      code: int = 1, unique", UNIQUE),
        ("id: int, key\n      name: string(40)?", "id: int\n      name: string(40), key", KEY),
        ("due: date?", "due: uuid?", KIND.format("Uuid")),
        ("due: date?", "due: ref Thing[]", KIND.format("ManyToManyField")),
    ],
    ids=["required", "required now", "unique", "key", "type", "many"],
)
def test_it_says_what_to_do_in_the_model(project: Project, before: str, after: str, sentence: str) -> None:
    assert before in MODEL
    project.follow(MODEL.replace(before, after))

    done = project.manage("makemigrations", "--name", "change")

    assert done.status == 1
    assert sentence in done.output
    assert "Traceback" not in done.output
    assert list(project.migrations()) == ["0001_initial"]


def test_all_are_told_at_once(project: Project) -> None:
    project.follow(MODEL.replace("due: date?", "due: uuid?\n      note: text\n      more: text"))

    output = project.manage("makemigrations", "--name", "change").output

    assert all(f"shop_thing.{name}" in output for name in ("due", "note", "more"))


def test_a_value_that_rows_have_is_not_dropped(project: Project) -> None:
    project.follow(MODEL.replace("[s, m]", "[s]"))
    assert project.manage("makemigrations", "--name", "one size").status == 0
    assert list(project.migrations()) == ["0001_initial", "0002_one_size"]

    done = project.manage("migrate", "--allow-destructive")

    assert done.status == 1
    assert "shop_thing.size is 'm', which the model has no more, in rows: 1." in done.output
    assert project.rows("shop_thing", "size") == [("m",)]


def test_an_empty_database_loses_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    project = Project(folder=tmp_path / "project", database=Database.named("sqlite", "empty", tmp_path))
    project.follow(BEFORE)
    assert project.manage("migrate").status == 0
    project.follow(AFTER)
    assert project.manage("makemigrations", "--name", "more").status == 0

    assert project.manage("migrate").status == 0


def test_a_rehearsal_writes_nothing_and_a_check_says_that_something_is_missing(tmp_path: Path) -> None:
    project = Project(folder=tmp_path / "project", database=Database.named("sqlite", "dry", tmp_path))
    project.follow(BEFORE)
    assert project.manage("migrate").status == 0
    fill(project)
    project.follow(AFTER)

    assert project.manage("makemigrations", "--dry-run").status == 0
    assert project.manage("makemigrations", "--check").status == 1
    assert list(project.migrations()) == ["0001_initial"]
