"""What `make migration` writes is as good as the rest of the project, by the project's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import Database
from tests.migrations.projects import Project
from tests.migrations.test_cases import STACKS, model

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("stack", STACKS)
def test_a_migration_is_formatted_linted_and_typed(stack: str, tmp_path: Path) -> None:
    with Database.fresh("sqlite", tmp_path) as database:
        project = Project(stack=stack, folder=tmp_path / "project", database=database)
        project.follow(model("before"))
        assert project.migrate().status == 0
        first = project.revisions()
        project.follow(model("after"))
        assert project.migration().status == 0
        written = sorted(project.revisions().keys() - first.keys())
        assert len(written) >= 2
        # `make migration` does this, too.
        assert project.check("ruff", "format", "--quiet", *written).status == 0

        linted = project.check("ruff", "check", *written)
        # Of Alembic's revisions the project's own mypy knows nothing.
        typed = [project.check("mypy", *written)] if written[0].startswith("src/") else []

        assert linted.status == 0, linted.output
        assert [done.output for done in typed if done.status] == []
