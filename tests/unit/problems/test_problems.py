"""A folder is a test: a model with one kind of mistake, and the whole message that its author reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from stackwright.ontology import OntologyError, load_directory
from stackwright.ontology.codes import CODES

HERE = Path(__file__).parent
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "ontology").is_dir())
# These need a file system or a record, and have tests of their own.
ELSEWHERE = {"SW008", "SW013"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_author_reads_exactly_this(folder: str) -> None:
    expected = (HERE / folder / "expected.txt").read_text(encoding="utf-8")

    with pytest.raises(OntologyError) as caught:
        load_directory(HERE / folder)

    assert f"{caught.value}\n" == expected


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name.startswith("SW")])
def test_a_folder_shows_the_code_it_is_named_after_and_no_other(folder: str) -> None:
    shown = re.findall(
        r"^error\[(SW\d+)\]", (HERE / folder / "expected.txt").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert set(shown) == {folder[:5]}


def test_every_code_has_a_folder() -> None:
    shown = {name[:5] for name in FOLDERS if name.startswith("SW")}

    assert shown | ELSEWHERE == set(CODES)


def test_there_are_more_than_sixty_kinds_of_mistake() -> None:
    assert len(FOLDERS) >= 60
