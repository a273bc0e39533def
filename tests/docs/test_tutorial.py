"""The tutorial works: its commands run as they stand, its edits fit, and what it shows is what comes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import blocks
from tests.docs.reader import Reader, furnish
from tests.update.conftest import clone

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
TUTORIAL = REPOSITORY / "docs" / "tutorial.md"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(tmp_path / "work", clone(tmp_path / "template").folder)
    reader.folder.mkdir()
    try:
        yield reader
    finally:
        reader.stop()


@pytest.mark.skipif(shutil.which("curl") is None, reason="the tutorial needs curl")
def test_the_tutorial_works_from_the_first_line_to_the_last(reader: Reader) -> None:
    for block in blocks(TUTORIAL):
        try:
            reader.follow(block)
        except AssertionError as error:
            raise AssertionError(f"docs/tutorial.md:{block.line}: {error}") from error
        if reader.folder.name == "work" and (reader.folder / "shop").exists():
            reader.folder /= "shop"
            furnish(reader.folder)
