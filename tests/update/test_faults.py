"""Whatever befalls an update, nothing is lost, nothing is half done, and the exit code says so.

A little of each; `python -m tests.update` tries all of it.
"""

from __future__ import annotations

import pytest

from tests.update.attempts import MODEL, ORDER, World
from tests.update.faults import TRIALS

# Every how manieth point is tried: what is killed inside one process is cheap, a whole command is not.
STRIDES = {
    "killed while it writes": 1,
    "undo killed": 5,
    "no space for a moment": 7,
    "no space from then on": 7,
}
LITTLE = 29


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World.made(tmp_path_factory.mktemp("world"))


@pytest.mark.parametrize("fault", TRIALS)
def test_an_update_is_done_or_is_not_and_says_which(world: World, fault: str) -> None:
    attempts = list(TRIALS[fault](world, STRIDES.get(fault, LITTLE)))

    assert len(attempts) >= (8 if fault in STRIDES else 2)
    for attempt in attempts:
        assert attempt.lost == [], attempt.said
        assert not attempt.half, attempt.said
        assert not attempt.wrong, (attempt.code, attempt.said)


def test_what_an_update_makes_has_every_line_of_the_team(world: World) -> None:
    lines = {
        ORDER: '    """Where it is."""',
        "Makefile": "ours:",
        "src/shop/app.py": '"""Our application.',
        "src/shop/prices.py": '"""Prices: a file of our own."""',
        "notes.txt": "Nobody has added this.",
        ".env": "SECRET_KEY=ours",
        MODEL: "  Parcel:",
    }

    for made in (world.after, world.newer):
        assert [path for path, line in lines.items() if line not in made[path].decode()] == []
