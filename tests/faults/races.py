"""Fifty callers want the same thing at the same moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from tests.benchmarks import shops
from tests.benchmarks.client import Connection, Request
from tests.faults.findings import Finding

if TYPE_CHECKING:
    from tests.benchmarks.client import Answer
    from tests.faults.shops import Shop

RACERS = 50


def racing_transitions(shop: Shop, rounds: int) -> list[Finding]:
    """Let all approve one order: one does, and there is one event."""
    wins = Counter[tuple[int, int]]()
    with shop.serve():
        for order in shop.stock.orders[:rounds]:
            answers = asyncio.run(_at_once(shop.port, shops.approve(order)))
            statuses = Counter(answer.status for answer in answers)
            wins[(statuses[200], statuses[409])] += 1
    ((events,),) = shop.database.rows("SELECT count(*) FROM service_outbox")
    ((history,),) = shop.database.rows("SELECT count(*) FROM service_history")
    outcomes = ", ".join(f"{won} won and {lost} lost ({times} times)" for (won, lost), times in wins.items())
    return [
        Finding(
            fault=f"{RACERS} racing transitions, {rounds} times",
            where=shop.where,
            seen=f"{outcomes}; {events} events, {history} in the history",
            target=f"1 and {RACERS - 1} each; {rounds} events",
            holds=set(wins) == {(1, RACERS - 1)} and events == history == rounds,
        )
    ]


def equal_keys(shop: Shop, rounds: int) -> list[Finding]:
    """Let all create with one idempotency key: one order, and everybody is told the same."""
    outcomes = Counter[str]()
    customer = shop.stock.customers[0]
    with shop.serve():
        for number in range(rounds):
            request = shops.create(customer, Idempotency_Key=f"race-{number}")
            answers = asyncio.run(_at_once(shop.port, request))
            replayed = sum("idempotent-replayed" in answer.headers for answer in answers)
            told = {(answer.status, answer.body, answer.headers.get("location")) for answer in answers}
            created = sum(answer.status == 201 for answer in answers)
            outcomes[f"{len(told)} answer, {created} of 201, {replayed} replayed"] += 1
    ((rows,),) = shop.database.rows("SELECT count(*) FROM shop_order WHERE note = 'by phone'")
    target = f"1 answer, {RACERS} of 201, {RACERS - 1} replayed"
    seen = "; ".join(f"{outcome} ({times} times)" for outcome, times in outcomes.items())
    return [
        Finding(
            fault=f"{RACERS} equal idempotency keys, {rounds} times",
            where=shop.where,
            seen=f"{seen}; {rows} rows",
            target=f"{target}; {rounds} rows",
            holds=set(outcomes) == {target} and rows == rounds,
        )
    ]


async def _at_once(port: int, request: Request) -> list[Answer]:
    """Send it over connections that are open already, so that only the service decides who is first."""
    async with AsyncExitStack() as stack:
        connections = [await stack.enter_async_context(Connection(port)) for _ in range(RACERS)]
        greeting = Request("GET", "/health/live")
        await asyncio.gather(*(connection.send(greeting) for connection in connections))
        return await asyncio.gather(*(connection.send(request) for connection in connections))
