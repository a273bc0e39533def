"""The rendered shop against the lean one: processor time per request, on one database."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks import shops
from tests.benchmarks.client import Connection, drain
from tests.benchmarks.costs import Cost, side_by_side, spent
from tests.benchmarks.figures import Figure, Target
from tests.benchmarks.projects import rendered_shop
from tests.databases import Database
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from tests.benchmarks.client import Request
    from tests.databases import Kind

NEAR_THE_LEAN = Target("≥", 0.8)
DEEP_LIKE_FIRST = Target("≤", 1.5)
# Writes are told, too: what they cost is mostly what they promise (idempotency, history, events).
_TARGETS = {
    "one object": NEAR_THE_LEAN,
    "page of 50": NEAR_THE_LEAN,
    "deep page": NEAR_THE_LEAN,
    "create": None,
    "transition": None,
}
_PAGES = ("page of 50", "deep page")
PLACES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "mariadb": "MariaDB"}
_SECRET = "figures-are-taken-with-this-secret-of-fifty-letters"
_ENV = {"ENVIRONMENT": "production", "SECRET_KEY": _SECRET, "RELAY": "false", "LOG_LEVEL": "WARNING"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How much is asked: so many requests per round and side, and rows before the deep page."""

    rounds: int
    requests: int
    deep: int


FULL = Load(rounds=15, requests=120, deep=100_000)
QUICK = Load(rounds=1, requests=8, deep=200)


def measure(stack: str, kind: Kind, directory: Path, load: Load) -> Iterator[Figure]:
    """Yield the figures of a shop in a stack on one kind of database."""
    project = rendered_shop(directory / kind, stack)
    where = f"{stack}, {PLACES[kind]}"
    with _both(kind, project, shops.LEANS[stack], load) as (stock, sides):
        # Each order can be approved once, so the sides share them out.
        keys = dict(zip(sides, (stock.orders[0::2], stock.orders[1::2]), strict=True))
        prepared = {name: _requests(sides[name], stock, keys[name], load) for name in sides}
        for what, target in _TARGETS.items():
            rounds = {name: requested(sides[name], prepared[name][what], load.requests) for name in sides}
            for warm in rounds.values():
                warm()
            compared = side_by_side(load.rounds, rounds)
            yield Figure(
                what=f"service: {what}, CPU per request (lean ÷ ours)",
                where=where,
                ours=_in_words(compared.median("ours")),
                yardstick=_in_words(compared.median("lean")),
                value=compared.ratio("lean", "ours"),
                target=target,
            )
        # The two are a minute apart, so they are asked for once more, in turn.
        pages = {name: requested(sides["ours"], prepared["ours"][name], load.requests) for name in _PAGES}
        compared = side_by_side(load.rounds, pages)
        yield Figure(
            what=f"service: page at row {load.deep:,} (deep ÷ first)",
            where=where,
            ours=_in_words(compared.median("deep page")),
            yardstick=_in_words(compared.median("page of 50")),
            value=compared.ratio("deep page", "page of 50", "wall"),
            target=DEEP_LIKE_FIRST,
        )


@contextmanager
def _both(
    kind: Kind, project: Path, lean: Path, load: Load
) -> Iterator[tuple[shops.Stock, dict[str, RunningServer]]]:
    with ExitStack() as stack:
        database = stack.enter_context(Database.fresh(kind, project))
        env = _ENV | {"DATABASE_URL": database.url}
        run(project, "migrate", env)
        stock = shops.fill(database, load.deep + 100)
        served = {"ours": (project, env), "lean": (lean, env | shops.lean_env(lean))}
        sides = {
            name: stack.enter_context(RunningServer.start(folder, settings, log=project / f"{name}.log"))
            for name, (folder, settings) in served.items()
        }
        yield stock, sides


def _requests(
    server: RunningServer, stock: shops.Stock, keys: tuple[UUID, ...], load: Load
) -> dict[str, Iterator[Request]]:
    cursor = asyncio.run(_cursor_behind(server.port, load.deep))
    return {
        "one object": map(shops.get, itertools.cycle(stock.orders)),
        "page of 50": map(shops.page, itertools.cycle((None,))),
        "deep page": map(shops.page, itertools.cycle((cursor,))),
        "create": map(shops.create, itertools.cycle(stock.customers)),
        "transition": map(shops.approve, keys),
    }


def requested(server: RunningServer, requests: Iterator[Request], count: int) -> Callable[[], Cost]:
    """Return what a server's process spends on each of the next so many requests, whenever it is called."""

    def one() -> Cost:
        chosen = [next(requests) for _ in range(count)]
        return spent(lambda: _all_answered(server, chosen), server.process.pid).per(count)

    return one


def _all_answered(server: RunningServer, requests: list[Request]) -> None:
    for request, answer in zip(requests, asyncio.run(drain(server.port, requests)), strict=True):
        if answer.status not in {200, 201}:
            raise RuntimeError(f"{request.method} {request.target}: {answer.status} {answer.body!r}")


async def _cursor_behind(port: int, row: int) -> str:
    """Walk to the row as any caller would have to: cursors cannot be made up."""
    cursor = None
    async with Connection(port) as connection:
        for _ in range(row // 100):
            cursor = (await connection.send(shops.page(cursor, limit=100))).json()["next"]
    if cursor is None:
        raise RuntimeError("the list ended before the deep page")
    return str(cursor)


def _in_words(cost: Cost) -> str:
    return f"{cost.cpu * 1e6:.0f} µs CPU, {cost.wall * 1e6:.0f} µs"
