"""`python -m tests.benchmarks.drivers`: the lean shop on each driver of a database, side by side."""

from __future__ import annotations

import itertools
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import shops
from tests.benchmarks.costs import side_by_side
from tests.benchmarks.figures import markdown
from tests.benchmarks.service import PLACES, requested
from tests.databases import Database
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind

HEADINGS = ("where", "what", "driver", "CPU", "on the clock", "CPU ratio")
DRIVERS: dict[Kind, dict[str, str]] = {
    "postgresql": {"asyncpg": "postgresql+asyncpg", "psycopg": "postgresql+psycopg"},
    "mariadb": {"asyncmy": "mysql+asyncmy", "aiomysql": "mysql+aiomysql"},
}
_ROUNDS, _REQUESTS, _ORDERS = 7, 250, 2_000


def measure(kind: Kind, directory: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one kind of database; its first driver is what the others are compared with."""
    drivers = DRIVERS[kind]
    if missing := [name for name in drivers if find_spec(name) is None]:
        raise SystemExit(f"not installed: {', '.join(missing)} (the dependency group `bench` has them)")
    with ExitStack() as stack:
        database = stack.enter_context(Database.fresh(kind, directory))
        run(shops.LEAN, "migrate", {"DATABASE_URL": database.url})
        stock = shops.fill(database, _ORDERS)
        servers = {
            name: stack.enter_context(
                _served(scheme + database.url[database.url.index(":") :], directory / name)
            )
            for name, scheme in drivers.items()
        }
        asked = {
            "one object": partial(map, shops.get, itertools.cycle(stock.orders)),
            "page of 50": partial(map, shops.page, itertools.repeat(None)),
        }
        for what, requests in asked.items():
            sides = {name: requested(server, requests(), _REQUESTS) for name, server in servers.items()}
            for warm in sides.values():
                warm()
            compared = side_by_side(_ROUNDS, sides)
            first = next(iter(drivers))
            for name in drivers:
                cost = compared.median(name)
                amounts = f"{cost.cpu * 1e6:.0f} µs", f"{cost.wall * 1e6:.0f} µs"
                yield PLACES[kind], what, name, *amounts, f"{compared.ratio(name, first):.2f}"


def _served(url: str, log: Path) -> RunningServer:
    return RunningServer.start(shops.LEAN, {"DATABASE_URL": url}, log=log)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for kind in DRIVERS for row in measure(kind, Path(folder))]
    sys.stdout.write(markdown(HEADINGS, rows))
