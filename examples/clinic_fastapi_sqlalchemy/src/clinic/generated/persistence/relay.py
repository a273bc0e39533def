# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The relay: hands events from the outbox to the publisher and to the triggers.

Every consumer gets an event at least once, and a trigger's action takes effect once. Events of one
subject go in order. What fails is tried again, later and later, and then parked for an operator.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..contract.events import Envelope, EventPublisher, Trigger
from ..contract.identifiers import now
from ..handlers import Handlers
from .tables import DELIVERY, IDEMPOTENCY, OUTBOX
from .units import Units

logger = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(seconds=60)
PATIENCE = 8
KEEP_EVENTS, KEEP_ANSWERS = timedelta(days=7), timedelta(hours=24)
_POLL_SECONDS = 1.0


class Relay:
    """Delivers events. Many may run at once, in this process and in others."""

    def __init__(
        self,
        units: Units,
        publisher: EventPublisher,
        triggers: Sequence[Trigger],
        handlers: Handlers,
    ) -> None:
        self._units = units
        self._publisher = publisher
        self._triggers = triggers
        self._handlers = handlers
        self._awake = asyncio.Event()
        self._stopped = False

    def wake(self) -> None:
        """Look for events now."""
        self._awake.set()

    def stop(self) -> None:
        """End `run` after the event that is being delivered."""
        self._stopped = True
        self._awake.set()

    async def run(self) -> None:
        """Deliver events until `stop`; a database that is away is waited for."""
        swept = now()
        while not self._stopped:
            self._awake.clear()
            try:
                busy = await self.deliver()
                if now() - swept > timedelta(hours=1):
                    swept = now()
                    await self.sweep()
            except Exception:
                logger.exception("the relay could not deliver")
                busy = False
            if not busy and not self._stopped:
                await self._rest()

    async def deliver(self) -> bool:
        """Deliver one batch; return whether there was anything to deliver."""
        batch = await self._claim()
        for event in batch:
            if self._stopped:
                break
            await self._deliver(event)
        return bool(batch)

    async def parked(self) -> list[str]:
        """Return a line for each event that was given up."""
        given_up = (
            select(OUTBOX)
            .where(OUTBOX.c.parked_at.is_not(None))
            .order_by(OUTBOX.c.position)
        )
        async with self._units.reading("relay", "-") as unit:
            rows = (await unit.work.connection.execute(given_up)).all()
        return [
            f"{row.event_id} {row.type} {row.subject} {row.parked_at}: {row.error}"
            for row in rows
        ]

    async def retry(self) -> int:
        """Offer every event that was given up again; return how many there are."""
        again = update(OUTBOX).where(OUTBOX.c.parked_at.is_not(None))
        async with self._units.writing("relay", "-") as unit:
            result = await unit.work.connection.execute(
                again.values(parked_at=None, attempts=1, available_at=now())
            )
        return result.rowcount

    async def sweep(self) -> None:
        """Forget delivered events and stored answers that are old."""
        async with self._units.writing("relay", "-") as unit:
            delivered = OUTBOX.c.done_at < now() - KEEP_EVENTS
            old = select(OUTBOX.c.event_id).where(delivered)
            execute = unit.work.connection.execute
            await execute(delete(DELIVERY).where(DELIVERY.c.event_id.in_(old)))
            await execute(delete(OUTBOX).where(delivered))
            forgotten = IDEMPOTENCY.c.at < now() - KEEP_ANSWERS
            await execute(delete(IDEMPOTENCY).where(forgotten))

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._awake.wait(), _POLL_SECONDS)
        except TimeoutError:
            return

    async def _claim(self) -> Sequence[Row[Any]]:
        """Take the oldest open event of each subject; others leave them alone while the lease lasts."""
        earlier = OUTBOX.alias().c
        waits = (
            select(earlier.position)
            .where(
                earlier.subject == OUTBOX.c.subject,
                earlier.position < OUTBOX.c.position,
            )
            .where(earlier.done_at.is_(None), earlier.parked_at.is_(None))
        )
        due = (
            select(OUTBOX)
            .where(OUTBOX.c.done_at.is_(None), OUTBOX.c.parked_at.is_(None))
            .where(OUTBOX.c.available_at <= now(), ~waits.exists())
            .order_by(OUTBOX.c.position)
            .limit(BATCH)
            .with_for_update(skip_locked=True, of=OUTBOX)
        )
        async with self._units.reading("relay", "-") as unit:
            looking = select(OUTBOX.c.position).where(
                OUTBOX.c.done_at.is_(None),
                OUTBOX.c.parked_at.is_(None),
                OUTBOX.c.available_at <= now(),
            )
            if (await unit.work.connection.execute(looking.limit(1))).first() is None:
                return []
        async with self._units.writing("relay", "-") as unit:
            batch = (await unit.work.connection.execute(due)).all()
            if batch:
                taken = OUTBOX.c.position.in_([event.position for event in batch])
                lease = update(OUTBOX).where(taken).values(available_at=now() + LEASE)
                await unit.work.connection.execute(lease)
        return batch

    async def _deliver(self, event: Row[Any]) -> None:
        failures = []
        for name, take in self._consumers(event):
            try:
                await take()
            except Exception as error:
                failures.append(f"{name}: {type(error).__name__}: {error}")
                logger.warning(
                    "%s did not take event %s", name, event.event_id, exc_info=True
                )
        async with self._units.writing("relay", "-") as unit:
            mine = update(OUTBOX).where(OUTBOX.c.position == event.position)
            await unit.work.connection.execute(mine.values(**_outcome(event, failures)))

    def _consumers(self, event: Row[Any]) -> list[tuple[str, Any]]:
        triggers = [
            (
                f"trigger:{trigger.name}",
                lambda trigger=trigger: self._run(trigger, event),
            )
            for trigger in self._triggers
            if event.type == trigger.event.EVENT
        ]
        return [*triggers, ("publisher", lambda: self._publish(event))]

    async def _publish(self, event: Row[Any]) -> None:
        async with self._units.reading("relay", "-") as unit:
            taken = select(DELIVERY.c.consumer).where(
                DELIVERY.c.event_id == event.event_id,
                DELIVERY.c.consumer == "publisher",
            )
            if event.attempts and (await unit.work.connection.execute(taken)).first():
                return
        envelope = Envelope(
            event.event_id,
            event.type,
            event.subject,
            to_json(event.payload),
            event.occurred_at,
            event.caused_by,
            event.request_id,
        )
        await self._publisher.publish(envelope)
        if any(event.type == trigger.event.EVENT for trigger in self._triggers):
            async with self._units.writing("relay", event.request_id) as unit:
                await unit.work.connection.execute(_delivery(event, "publisher"))

    async def _run(self, trigger: Trigger, event: Row[Any]) -> None:
        consumer = f"trigger:{trigger.name}"
        async with self._units.writing(consumer, event.request_id) as unit:
            try:
                await unit.work.connection.execute(_delivery(event, consumer))
            except IntegrityError:
                return
            fact = trigger.event.model_validate(
                event.payload, by_alias=True, by_name=False
            )
            await trigger.run(fact, unit.context, self._handlers)


def _delivery(event: Row[Any], consumer: str) -> Any:
    row = {"event_id": event.event_id, "consumer": consumer, "at": now()}
    return insert(DELIVERY).values(row)


def _outcome(event: Row[Any], failures: Sequence[str]) -> dict[str, Any]:
    if not failures:
        return {"done_at": now(), "error": None}
    attempts = event.attempts + 1
    values = {"attempts": attempts, "error": "\n".join(failures)}
    if attempts >= PATIENCE:
        logger.error("event %s is parked: %s", event.event_id, values["error"])
        return {**values, "parked_at": now()}
    return {**values, "available_at": now() + timedelta(seconds=2**attempts)}
