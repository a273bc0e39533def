"""The service is killed under load, again and again."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

from tests.faults.buyers import Buyers
from tests.faults.findings import Finding

if TYPE_CHECKING:
    from tests.faults.shops import Shop

_SEED = 20


def killed_under_load(shop: Shop, kills: int) -> list[Finding]:
    """Kill the server so often, at moments that nobody can foresee; nothing that was acknowledged is lost."""
    return asyncio.run(_killed_under_load(shop, kills))


async def _killed_under_load(shop: Shop, kills: int) -> list[Finding]:
    fault = f"kill -9 under load, {kills} times"
    moments = random.Random(_SEED)
    server = shop.serve()
    try:
        async with Buyers(shop.port, shop.stock.customers) as ledger:
            for _ in range(kills):
                await ledger.moved_on()
                await asyncio.sleep(moments.uniform(0, 0.4))
                server.kill()
                server = await asyncio.to_thread(shop.serve)
    finally:
        server.stop()
    answers = {status for status in ledger.statuses if isinstance(status, int)}
    return [
        *ledger.audit(fault, shop.where, shop.database),
        Finding(
            fault=f"{fault}: answers",
            where=shop.where,
            seen=ledger.in_words(),
            target="no 4xx, no 500",
            holds=answers <= {200, 201, 503},
        ),
    ]
