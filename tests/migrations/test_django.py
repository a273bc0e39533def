"""What `makemigrations` promises beside what all stacks do: rehearsals, names, fields that become sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import Database
from tests.migrations.projects import Project
from tests.migrations.test_refusals import BEFORE, model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Database.fresh("sqlite", tmp_path) as database:
        made = Project(stack="django", folder=tmp_path / "project", database=database)
        made.follow(model(BEFORE))
        yield made


def test_a_rehearsal_writes_nothing_and_a_check_says_that_something_is_missing(project: Project) -> None:
    there = project.revisions()
    project.follow(model({"id": "int, key", "more": "int?"}))

    assert project.run("python", "manage.py", "makemigrations", "--dry-run").status == 0
    assert project.run("python", "manage.py", "makemigrations", "--check").status == 1
    assert project.revisions() == there


def test_the_migration_that_drops_says_so_in_its_name_and_in_its_text(project: Project) -> None:
    there = project.revisions()
    project.follow(model({"id": "int, key", "more": "int?"}))

    assert project.migration("names and more").status == 0

    made = {path.rpartition("/")[2]: text for path, text in project.revisions().items() if path not in there}
    assert list(made) == ["0002_names_and_more.py", "0003_names_and_more_drops.py"]
    assert "destructive" not in made["0002_names_and_more.py"]
    assert "    destructive = (" in made["0003_names_and_more_drops.py"]


def test_a_field_that_becomes_a_set_of_references_is_refused(project: Project) -> None:
    project.follow(model(BEFORE | {"due": "ref Box[]"}))

    done = project.migration("change")

    assert done.status == 1
    assert "bag_thing.due changes from date to references, and nothing converts that" in done.output
