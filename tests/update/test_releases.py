"""A project of any release comes to the newest one, and to the next, without a line lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.update.releases import STACKS, Releases, updated

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    return Releases.of(tmp_path_factory.mktemp("releases") / "template")


@pytest.mark.parametrize("stack", STACKS)
def test_no_line_is_lost_from_any_release_to_the_newest(
    releases: Releases, tmp_path: Path, stack: str
) -> None:
    for number, (old, new) in enumerate(releases.steps):
        row = updated(releases, old, new, stack, tmp_path / str(number))

        assert row.lost == ()
        assert row.edits > 100
