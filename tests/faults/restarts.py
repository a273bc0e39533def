"""The database goes away under load and comes back."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.databases import Database
from tests.faults.buyers import Buyers
from tests.faults.clusters import Cluster, programs
from tests.faults.findings import Finding
from tests.faults.proxies import Proxy
from tests.faults.shops import open_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.databases import Kind
    from tests.faults.buyers import Ledger
    from tests.faults.shops import Shop

RECOVERED_WITHIN = 5.0
_AWAY = 1.0
_WATCHED = 6.0


def restarted_database(project: Path, directory: Path, kind: Kind, times: int) -> list[Finding]:
    """Take the database away so often; the service says 503 at worst, and recovers by itself."""
    with contextlib.ExitStack() as stack:
        if kind == "postgresql" and programs():
            cluster = stack.enter_context(Cluster.fresh())
            shop = open_on(cluster.database, project, directory)
            # In turn an orderly stop and a crash.
            modes = iter(["fast", "immediate"] * times)
            return _restarted(shop, "restarted", lambda: cluster.stop(next(modes)), cluster.start, times)
        shop, proxy = stack.enter_context(_behind_a_door(project, directory, kind))
        return _restarted(shop, "cut off", proxy.shut, proxy.open, times)


@contextlib.contextmanager
def _behind_a_door(project: Path, directory: Path, kind: Kind) -> Iterator[tuple[Shop, Proxy]]:
    with Database.fresh(kind, directory) as database:
        address = urlsplit(database.url)
        with Proxy.before(address.port or {"postgresql": 5432, "mariadb": 3306}[kind]) as proxy:
            user = address.netloc.rpartition("@")[0]
            netloc = f"{user}@127.0.0.1:{proxy.port}" if user else f"127.0.0.1:{proxy.port}"
            url = address._replace(netloc=netloc).geturl()
            yield open_on(database, project, directory, url=url), proxy


def _restarted(
    shop: Shop, how: str, away: Callable[[], None], back: Callable[[], None], times: int
) -> list[Finding]:
    fault = f"database {how} {times} times"
    with shop.serve() as server:
        ledger, recoveries = asyncio.run(_under_load(shop, away, back, times))
        alive = server.process.poll() is None
    slowest = max(recoveries)
    return [
        Finding(
            fault=f"{fault}: answers",
            where=shop.where,
            seen=ledger.in_words(),
            target="only 2xx and 503",
            holds=alive and not ledger.unexpected() and ledger.statuses[503] > 0,
        ),
        Finding(
            fault=f"{fault}: recovered",
            where=shop.where,
            seen=f"{slowest:.1f} s after it was back",
            target=f"< {RECOVERED_WITHIN:g} s",
            holds=slowest < RECOVERED_WITHIN,
        ),
        *ledger.audit(fault, shop.where, shop.database),
    ]


async def _under_load(
    shop: Shop, away: Callable[[], None], back: Callable[[], None], times: int
) -> tuple[Ledger, list[float]]:
    recoveries = []
    async with Buyers(shop.port, shop.stock.customers) as ledger:
        for _ in range(times):
            await asyncio.sleep(1)
            await asyncio.to_thread(away)
            await asyncio.sleep(_AWAY)
            await asyncio.to_thread(back)
            returned = time.monotonic()
            await asyncio.sleep(_WATCHED)
            recoveries.append(max(0.0, ledger.last_trouble() - returned))
    return ledger, recoveries
