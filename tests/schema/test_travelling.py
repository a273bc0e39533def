"""A team may change its stack on a living database: each reads and changes what any other has written."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

import pytest

from tests.databases import KINDS, Database, marked
from tests.schema.projects import SETTINGS, STACKS, model, project
from tests.schema.travelling import Luggage
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind

_PATIENCE = 30.0


@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_data_goes_from_stack_to_stack_and_back(kind: str, tmp_path: Path) -> None:
    # After two rounds, each has told what every other one wrote, and changed it.
    route = [*STACKS, *STACKS, STACKS[0]]
    luggage = Luggage.packed(model("conformance"), project("conformance", STACKS[0], tmp_path))
    with Database.fresh(cast("Kind", kind), tmp_path) as database:
        settings = {**SETTINGS, "DATABASE_URL": database.url}
        run(project("conformance", STACKS[0], tmp_path), "migrate", settings)
        for visit, stack in enumerate(route):
            with RunningServer.start(project("conformance", stack, tmp_path), settings) as server:
                told_otherwise = luggage.unpack(server.url)
                assert not told_otherwise, f"{stack} after {route[visit - 1]}\n" + "\n".join(told_otherwise)
                luggage.go_on(server.url, visit)

        assert len(luggage.things) > len(route) * 10
        states = {thing.state for thing in luggage.things}
        assert states >= {"created", "approved", "shipped", "signed", "gone"}


@pytest.mark.parametrize("stack", STACKS[1:])
def test_events_that_one_stack_announced_are_delivered_by_another(stack: str, tmp_path: Path) -> None:
    luggage = Luggage.packed(model("conformance"), project("conformance", STACKS[0], tmp_path))
    for announcer, deliverer in ((STACKS[0], stack), (stack, STACKS[0])):
        with Database.fresh("sqlite", tmp_path) as database:
            settings = {**SETTINGS, "DATABASE_URL": database.url}
            run(project("conformance", announcer, tmp_path), "migrate", settings)
            with RunningServer.start(project("conformance", announcer, tmp_path), settings) as server:
                luggage.things.clear()
                luggage.go_on(server.url, 0)
                luggage.go_on(server.url, 1)
            waiting = "SELECT count(*) FROM service_outbox WHERE done_at IS NULL"
            assert database.rows(waiting) != [(0,)]

            relaying = {**settings, "RELAY": "true"}
            with RunningServer.start(project("conformance", deliverer, tmp_path), relaying):
                deadline = time.monotonic() + _PATIENCE
                while database.rows(waiting) != [(0,)]:
                    assert time.monotonic() < deadline, database.rows(waiting)
                    time.sleep(0.05)
