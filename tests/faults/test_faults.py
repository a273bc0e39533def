from __future__ import annotations

import asyncio
import contextlib
import socket
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.client import Connection, CutError, Request
from tests.benchmarks.projects import rendered_shop
from tests.conformance.project import STACKS
from tests.databases import SERVERS
from tests.faults.buyers import Ledger
from tests.faults.findings import Finding, broken, table
from tests.faults.proxies import Proxy
from tests.faults.trials import SHORT, TRIALS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.databases import Kind


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    return cache(lambda stack: rendered_shop(tmp_path_factory.mktemp("faults"), stack))


@pytest.fixture
def project(projects: Callable[[str], Path], stack: str) -> Path:
    return projects(stack)


def _on_each_database(trial: str) -> pytest.MarkDecorator:
    """The first stack on each database, the others on one, in turn; `make faults` does all of it."""
    kinds = TRIALS[trial].kinds
    turn = list(TRIALS).index(trial)
    pairs = [(STACKS[0], kind) for kind in kinds]
    pairs += [(stack, kinds[(turn + at) % len(kinds)]) for at, stack in enumerate(STACKS[1:], 1)]
    return pytest.mark.parametrize(
        ("stack", "kind"),
        [
            pytest.param(
                stack,
                kind,
                id=f"{stack}-{kind}",
                marks=[getattr(pytest.mark, kind)] if kind in SERVERS else [],
            )
            for stack, kind in pairs
        ],
    )


@_on_each_database("kills")
def test_a_killed_service_has_lost_nothing_and_done_nothing_twice(
    project: Path, tmp_path: Path, kind: Kind
) -> None:
    assert broken(TRIALS["kills"].run(project, tmp_path, kind, SHORT)) == []


@_on_each_database("restarts")
def test_a_service_outlives_its_database(project: Path, tmp_path: Path, kind: Kind) -> None:
    assert broken(TRIALS["restarts"].run(project, tmp_path, kind, SHORT)) == []


@_on_each_database("transitions")
def test_of_fifty_racing_transitions_one_wins(project: Path, tmp_path: Path, kind: Kind) -> None:
    assert broken(TRIALS["transitions"].run(project, tmp_path, kind, SHORT)) == []


@_on_each_database("keys")
def test_fifty_equal_idempotency_keys_make_one_order(project: Path, tmp_path: Path, kind: Kind) -> None:
    assert broken(TRIALS["keys"].run(project, tmp_path, kind, SHORT)) == []


@_on_each_database("pools")
def test_an_exhausted_pool_is_503_and_then_well_again(project: Path, tmp_path: Path, kind: Kind) -> None:
    assert broken(TRIALS["pools"].run(project, tmp_path, kind, SHORT)) == []


@_on_each_database("stops")
def test_a_stopped_service_answers_what_it_has_taken(project: Path, tmp_path: Path, kind: Kind) -> None:
    assert broken(TRIALS["stops"].run(project, tmp_path, kind, SHORT)) == []


def test_what_does_not_hold_is_named() -> None:
    bad = Finding(fault="a kill", where="SQLite", seen="1", target="0", holds=False)

    assert broken([bad]) == ["a kill on SQLite: 1, not 0"]
    assert "**no**" in table([bad])


def test_a_ledger_knows_what_is_neither_a_success_nor_503() -> None:
    ledger = Ledger()
    for outcome in (200, 503, 500, "cut", 201):
        ledger.note(outcome)

    assert ledger.unexpected() == {500: 1, "cut": 1}


def test_a_shut_door_drops_connections_and_refuses_new_ones_until_it_is_open_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Proxy.before(server.getsockname()[1]) as proxy:
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as caller:
            there, _ = server.accept()
            caller.sendall(b"hello")
            assert there.recv(5) == b"hello"

            proxy.shut()

            with contextlib.suppress(ConnectionResetError):
                assert caller.recv(1) == b""
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", proxy.port), timeout=5)

        proxy.open()
        socket.create_connection(("127.0.0.1", proxy.port), timeout=5).close()
        there.close()


def test_half_an_answer_is_a_cut_one() -> None:
    async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf")
        writer.close()

    async def ask() -> None:
        server = await asyncio.start_server(half, "127.0.0.1", 0)
        async with server, Connection(server.sockets[0].getsockname()[1]) as connection:
            await connection.send(Request("GET", "/"))

    with pytest.raises(CutError):
        asyncio.run(ask())
