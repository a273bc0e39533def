"""A project lives through a year of updates: nothing is lost, its tests pass, and `check` tells the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.update.conftest import make
from tests.update.year.months import YEAR
from tests.update.year.releases import released
from tests.update.year.team import Team

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Rendered, Template


@pytest.mark.parametrize("stack", ["fastapi_sqlalchemy", "django"])
def test_a_year_of_updates(whole_template: Template, tmp_path: Path, stack: str) -> None:
    team = Team.begins(released(whole_template, stack, tmp_path / "template"), stack, tmp_path)

    for month in YEAR:
        try:
            month(team)
            team.stands()
        except AssertionError as error:
            error.add_note(f"{month.__name__}: {month.__doc__}")
            raise

    assert generated(team.project) == generated(as_new(team, tmp_path / "new"))


def as_new(team: Team, folder: Path) -> Rendered:
    """Copy the newest version for the model that the year has ended with."""
    for path in (team.project.folder / "ontology").iterdir():
        (folder / "ontology").mkdir(parents=True, exist_ok=True)
        (folder / "ontology" / path.name).write_bytes(path.read_bytes())
    return make(team.template, folder, data={"stack": team.project.answers["stack"]})


def generated(project: Rendered) -> dict[str, bytes]:
    homes = ("src/shop/generated/", "tests/generated/", "docs/", "openapi.json")
    return {path: content for path, content in project.files.items() if path.startswith(homes)}
