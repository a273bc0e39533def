"""`python -m tests.benchmarks.servers`: the lean shop on Flask behind each WSGI server, side by side."""

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
from tests.benchmarks.service import requested
from tests.databases import Database
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = ("what", "server", "CPU", "on the clock", "CPU ratio")
SERVERS = ("gunicorn", "waitress", "granian")
_LEAN = shops.LEANS["flask_sqlalchemy"]
_ROUNDS, _REQUESTS, _ORDERS = 9, 300, 2_000


def measure(directory: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows; the first server is what the others are compared with."""
    if missing := [name for name in SERVERS if find_spec(name) is None]:
        raise SystemExit(f"not installed: {', '.join(missing)} (the dependency group `bench` has them)")
    with ExitStack() as stack:
        database = stack.enter_context(Database.fresh("sqlite", directory))
        env = {**shops.lean_env(_LEAN), "DATABASE_URL": database.url}
        run(_LEAN, "migrate", env)
        stock = shops.fill(database, _ORDERS)
        servers = {
            name: stack.enter_context(
                RunningServer.start(_LEAN, {**env, "SERVER": name}, log=directory / name)
            )
            for name in SERVERS
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
            for name in SERVERS:
                cost = compared.median(name)
                amounts = f"{cost.cpu * 1e6:.0f} µs", f"{cost.wall * 1e6:.0f} µs"
                yield what, name, *amounts, f"{compared.ratio(name, SERVERS[0]):.2f}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure(Path(folder)))
    sys.stdout.write(markdown(HEADINGS, rows))
