"""More wants of the database than the pool has connections, while somebody else holds a lock."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests.benchmarks import shops
from tests.benchmarks.client import Connection, CutError
from tests.faults.buyers import Ledger
from tests.faults.findings import Finding
from tests.faults.locks import table_held

if TYPE_CHECKING:
    from tests.benchmarks.client import Request
    from tests.faults.shops import Shop

RECOVERED_WITHIN = 5.0
_BLOCKED = 10
_READERS = 20
_WATCHED = 6.0


def exhausted_pool(shop: Shop, held_for: float) -> list[Finding]:
    """Block every connection of a small pool; the service says 503 at worst, and recovers by itself."""
    with shop.serve(POOL_SIZE="2", POOL_TIMEOUT="1") as server:
        ledger, released = asyncio.run(_exhausted(shop, held_for))
        alive = server.process.poll() is None
    recovered = max(0.0, ledger.last_trouble() - released)
    fault = f"{_BLOCKED} blocked writers and {_READERS} readers on a pool of 2"
    return [
        Finding(
            fault=f"{fault}: answers",
            where=shop.where,
            seen=ledger.in_words(),
            target="only 2xx and 503",
            holds=alive and not ledger.unexpected(),
        ),
        Finding(
            fault=f"{fault}: recovered",
            where=shop.where,
            seen=f"{recovered:.1f} s after the lock was gone",
            target=f"< {RECOVERED_WITHIN:g} s",
            holds=recovered < RECOVERED_WITHIN,
        ),
    ]


async def _exhausted(shop: Shop, held_for: float) -> tuple[Ledger, float]:
    ledger = Ledger()
    end = asyncio.Event()
    wanted = shop.stock.orders[:_BLOCKED]
    others = shop.stock.orders[_BLOCKED:][:_READERS]
    with table_held(shop.database):
        tasks = [asyncio.create_task(_ask(shop.port, shops.approve(order), ledger)) for order in wanted]
        tasks += [
            asyncio.create_task(_keep_asking(shop.port, shops.get(order), ledger, end)) for order in others
        ]
        await asyncio.sleep(held_for)
    released = time.monotonic()
    await asyncio.sleep(_WATCHED)
    end.set()
    await asyncio.gather(*tasks)
    return ledger, released


async def _ask(port: int, request: Request, ledger: Ledger) -> None:
    async with Connection(port, timeout=20) as connection:
        await _told(connection, request, ledger)


async def _keep_asking(port: int, request: Request, ledger: Ledger, end: asyncio.Event) -> None:
    async with Connection(port, timeout=20) as connection:
        while not end.is_set():
            await _told(connection, request, ledger)
            await asyncio.sleep(0.02)


async def _told(connection: Connection, request: Request, ledger: Ledger) -> None:
    try:
        ledger.told(await connection.send(request))
    except CutError:
        ledger.note("cut")
    except TimeoutError:
        ledger.note("no answer")
