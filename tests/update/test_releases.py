"""A project of any release comes to the newest one, and to the next, without a line lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.update import releases as releases_module
from tests.update.conftest import HERE, git
from tests.update.releases import STACKS, Releases, updated

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    return Releases.of(tmp_path_factory.mktemp("releases") / "template")


# In each stack it takes a minute and a half: `python -m tests.update.releases` tries all of them.
@pytest.mark.parametrize("stack", [STACKS[0], STACKS[-1]])
def test_no_line_is_lost_from_any_release_to_the_newest(
    releases: Releases, tmp_path: Path, stack: str
) -> None:
    for number, (old, new) in enumerate(releases.steps):
        row = updated(releases, old, new, stack, tmp_path / str(number))

        assert row.lost == ()
        assert row.edits > 100


def test_a_checkout_without_history_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{HERE}", "shallow")
    monkeypatch.setattr(releases_module, "HERE", tmp_path / "shallow")

    with pytest.raises(AssertionError, match="git fetch --unshallow"):
        Releases.of(tmp_path / "template")
