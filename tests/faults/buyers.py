"""Buyers who order and approve without pause, never give up, and keep a ledger of what they were told."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks.client import Connection, CutError, Request
from tests.benchmarks.shops import ORDERS
from tests.faults.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from tests.benchmarks.client import Answer
    from tests.databases import Database

_PAUSE = 0.02


@dataclass(slots=True)
class Ledger:
    """What buyers asked for and what they were told."""

    ordered: dict[str, str] = field(default_factory=dict)
    """The order's id by the idempotency key, which is also the order's note."""
    approved: set[str] = field(default_factory=set)
    statuses: Counter[int | str] = field(default_factory=Counter)
    times: list[tuple[float, int | str]] = field(default_factory=list)
    replayed: int = 0

    def told(self, answer: Answer) -> None:
        """Note an answer."""
        self.note(answer.status)
        self.replayed += answer.headers.get("idempotent-replayed") == "true"

    def note(self, outcome: int | str) -> None:
        """Note what became of a request."""
        self.statuses[outcome] += 1
        self.times.append((time.monotonic(), outcome))

    async def moved_on(self) -> None:
        """Return as soon as there is one more approval."""
        before = len(self.approved)
        while len(self.approved) == before:  # noqa: ASYNC110 (only a test looks, and it may look late)
            await asyncio.sleep(_PAUSE)

    def in_words(self) -> str:
        """How often there was what."""
        return ", ".join(f"{count:,} of {status}" for status, count in sorted(self.statuses.items(), key=str))

    def unexpected(self) -> dict[int | str, int]:
        """What was neither a success nor 503."""
        return {status: count for status, count in self.statuses.items() if not _is_fine(status)}

    def last_trouble(self) -> float:
        """When a request last went otherwise than well."""
        return max((at for at, status in self.times if not _is_success(status)), default=0.0)

    def audit(self, fault: str, where: str, database: Database) -> list[Finding]:
        """Compare it, once all buyers are done, with what lies in the database."""
        rows = {_hex(key): (note, state) for key, note, state in database.rows(_ROWS)}
        lost = [key for key in self.ordered.values() if _hex(key) not in rows]
        lost += [key for key in self.approved if rows.get(_hex(key), ("", ""))[1] != "approved"]
        notes = Counter(note for note, _ in rows.values())
        duplicates = sum(count - 1 for count in notes.values())
        moved = sum(state == "approved" for _, state in rows.values())
        ((events,),), ((history,),) = database.rows(_EVENTS), database.rows(_HISTORY)
        told = len(self.ordered) + len(self.approved)
        return [
            Finding(
                fault=f"{fault}: acknowledged writes lost",
                where=where,
                seen=f"{len(lost)} of {told:,}",
                target="0",
                holds=not lost and told > 0,
            ),
            Finding(
                fault=f"{fault}: duplicates",
                where=where,
                seen=f"{duplicates} in {len(rows):,} rows ({self.replayed} answers replayed)",
                target="0",
                holds=duplicates == 0,
            ),
            Finding(
                fault=f"{fault}: events and history of transitions",
                where=where,
                seen=f"{events:,} and {history:,} of {moved:,}",
                target="as many",
                holds=events == history == moved,
            ),
        ]


_ROWS = "SELECT id, note, state FROM shop_order"
_EVENTS = "SELECT count(*) FROM service_outbox WHERE type = 'shop.Order.approve'"
_HISTORY = "SELECT count(*) FROM service_history"


class Buyers:
    """So many buyers at once; used as `async with`, they are done at its end, each with a last answer."""

    def __init__(self, port: int, customers: Sequence[UUID], count: int = 8) -> None:
        self.ledger = Ledger()
        self._port = port
        self._customers = itertools.cycle(customers)
        self._count = count
        self._going = True
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Ledger:
        self._tasks = [asyncio.create_task(self._buy()) for _ in range(self._count)]
        return self.ledger

    async def __aexit__(self, *_: object) -> None:
        self._going = False
        await asyncio.gather(*self._tasks)

    async def _buy(self) -> None:
        async with Connection(self._port, timeout=20) as connection:
            while self._going:
                key = secrets.token_hex(8)
                body = {"customer": str(next(self._customers)), "total": "9.99", "tags": [], "note": key}
                answer = await self._insist(connection, ORDERS, json.dumps(body).encode(), key)
                if answer is None:
                    continue
                order = answer.json()["id"]
                self.ledger.ordered[key] = order
                if await self._insist(connection, f"{ORDERS}/{order}/approve", b"{}", f"{key}-approve"):
                    self.ledger.approved.add(order)

    async def _insist(self, connection: Connection, target: str, body: bytes, key: str) -> Answer | None:
        """Ask with the same key until there is a success; None where there never will be one."""
        while True:
            try:
                answer = await connection.send(Request("POST", target, body, {"Idempotency-Key": key}))
            except CutError:
                self.ledger.note("cut")
            except ConnectionRefusedError:
                self.ledger.note("refused")
            except TimeoutError:
                self.ledger.note("no answer")
            else:
                self.ledger.told(answer)
                if _is_success(answer.status):
                    return answer
                if answer.status < 500:
                    return None
            await asyncio.sleep(_PAUSE)


def _is_success(status: int | str) -> bool:
    return isinstance(status, int) and 200 <= status < 300


def _is_fine(status: int | str) -> bool:
    return _is_success(status) or status == 503


def _hex(key: object) -> str:
    return str(key).replace("-", "")
