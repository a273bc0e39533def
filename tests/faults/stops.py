"""The service is asked to stop (SIGTERM) under load, with a request in the middle of its work."""

from __future__ import annotations

import asyncio
import json
import secrets
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks import shops
from tests.benchmarks.client import Connection, CutError, Request
from tests.faults.findings import Finding
from tests.faults.locks import held

if TYPE_CHECKING:
    from tests.faults.shops import Shop
    from tests.servers import RunningServer

EXITED_WITHIN = 5.0
_CALLERS = 16
_WORK = 1.0


@dataclass(slots=True)
class _Outcome:
    answered: int = 0
    unanswered: list[str] = field(default_factory=list)
    refused: int = 0
    statuses: set[int] = field(default_factory=set)
    slow: int | None = None
    seconds: float = 0.0


def stopped_under_load(shop: Shop, times: int) -> list[Finding]:
    """Stop it so often; whatever it had taken is answered, and it ends in time.

    Not cut, but turned away, are requests that reach a connection which the service closes in the same
    moment, and of which it has taken nothing: no row may come of them.
    """
    outcomes = [asyncio.run(_stopped(shop, number)) for number in range(times)]
    notes = {note for (note,) in shop.database.rows("SELECT note FROM shop_order")}
    unanswered = [note for outcome in outcomes for note in outcome.unanswered]
    cut = [note for note in unanswered if note in notes]
    answered = sum(outcome.answered for outcome in outcomes)
    slow = [outcome.slow for outcome in outcomes]
    slowest = max(outcome.seconds for outcome in outcomes)
    fault = f"SIGTERM under load, {times} times"
    return [
        Finding(
            fault=f"{fault}: cut requests",
            where=shop.where,
            seen=f"{len(cut)} ({answered:,} answered, {len(unanswered)} turned away untouched)",
            target="0",
            holds=not cut and set().union(*(outcome.statuses for outcome in outcomes)) <= {201, 503},
        ),
        Finding(
            fault=f"{fault}: a transition in the middle of its work",
            where=shop.where,
            seen=", ".join(f"{count} of {status or 'cut'}" for status, count in Counter(slow).items()),
            target="200",
            holds=set(slow) == {200},
        ),
        Finding(
            fault=f"{fault}: exit",
            where=shop.where,
            seen=f"{slowest:.1f} s",
            target=f"≤ {EXITED_WITHIN:g} s",
            holds=slowest <= EXITED_WITHIN,
        ),
    ]


async def _stopped(shop: Shop, number: int) -> _Outcome:
    server = await asyncio.to_thread(shop.serve)
    outcome = _Outcome()
    order = shop.stock.orders[number]
    callers = [asyncio.create_task(_order_until_refused(shop, outcome)) for _ in range(_CALLERS)]
    try:
        await asyncio.sleep(0.7)
        with held(shop.database, order):
            slow = asyncio.create_task(_approve(shop, order, outcome))
            await asyncio.sleep(0.3)
            signalled = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            await asyncio.sleep(_WORK)
        await asyncio.to_thread(_ended, server)
        outcome.seconds = time.monotonic() - signalled
        await asyncio.gather(slow, *callers)
    finally:
        server.kill()
    return outcome


def _ended(server: RunningServer) -> None:
    server.process.wait(30)


async def _approve(shop: Shop, order: object, outcome: _Outcome) -> None:
    async with Connection(shop.port) as connection:
        try:
            outcome.slow = (await connection.send(shops.approve(str(order)))).status
        except CutError:
            outcome.slow = None


async def _order_until_refused(shop: Shop, outcome: _Outcome) -> None:
    async with Connection(shop.port) as connection:
        while True:
            note = secrets.token_hex(8)
            customer = secrets.choice(shop.stock.customers)
            body = {"customer": str(customer), "total": "1.00", "tags": [], "note": note}
            try:
                answer = await connection.send(Request("POST", shops.ORDERS, json.dumps(body).encode()))
            except ConnectionRefusedError:
                return
            except (CutError, TimeoutError):
                outcome.unanswered.append(note)
            else:
                outcome.answered += 1
                outcome.statuses.add(answer.status)
