# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The relay: hands events from the outbox to the publisher and to the triggers.

Every consumer gets an event at least once, and a trigger's action takes effect once. Events of one
subject go in order. What fails is tried again, later and later, and then parked for an operator.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from pydantic_core import to_json

from ..contract.events import Envelope, EventPublisher, Trigger
from ..contract.identifiers import now
from ..handlers import Handlers
from .database import connection
from .tables import DeliveryRow, IdempotencyRow, OutboxRow
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
        self._awake = threading.Event()
        self._stopped = False

    def wake(self) -> None:
        """Look for events now."""
        self._awake.set()

    def stop(self) -> None:
        """End `run` after the event that is being delivered."""
        self._stopped = True
        self._awake.set()

    def run(self) -> None:
        """Deliver events until `stop`; a database that is away is waited for."""
        swept = now()
        while not self._stopped:
            self._awake.clear()
            try:
                busy = self.deliver()
                if now() - swept > timedelta(hours=1):
                    swept = now()
                    self.sweep()
            except Exception:
                logger.exception("the relay could not deliver")
                busy = False
            if not busy and not self._stopped:
                self._awake.wait(_POLL_SECONDS)
        # The connection is this thread's, and nobody else's.
        self._units.database.close()

    def deliver(self) -> bool:
        """Deliver one batch; return whether there was anything to deliver."""
        batch = self._claim()
        for event in batch:
            if self._stopped:
                break
            self._deliver(event)
        return bool(batch)

    def parked(self) -> list[str]:
        """Return a line for each event that was given up."""
        with self._units.reading("relay", "-"):
            return [
                f"{row.event_id} {row.type} {row.subject} {row.parked_at}: {row.error}"
                for row in _given_up().order_by("position")
            ]

    def retry(self) -> int:
        """Offer every event that was given up again; return how many there are."""
        with self._units.writing("relay", "-"):
            return _given_up().update(parked_at=None, attempts=1, available_at=now())

    def sweep(self) -> None:
        """Forget delivered events and stored answers that are old."""
        with self._units.writing("relay", "-"):
            old = OutboxRow.objects.filter(done_at__lt=now() - KEEP_EVENTS)
            of_old = DeliveryRow.objects.filter(event_id__in=old.values("event_id"))
            of_old.delete()
            old.delete()
            IdempotencyRow.objects.filter(at__lt=now() - KEEP_ANSWERS).delete()

    def _claim(self) -> list[OutboxRow]:
        """Take the oldest open event of each subject; others leave them alone while the lease lasts."""
        with self._units.reading("relay", "-"):
            if not _due().exists():
                return []
        earlier = _open().filter(
            subject=OuterRef("subject"), position__lt=OuterRef("position")
        )
        skips = connection().features.has_select_for_update_skip_locked
        with self._units.writing("relay", "-"):
            first = _due().filter(~Exists(earlier)).order_by("position")
            batch = list(first.select_for_update(skip_locked=skips)[:BATCH])
            taken = OutboxRow.objects.filter(pk__in=[event.position for event in batch])
            taken.update(available_at=now() + LEASE)
        return batch

    def _deliver(self, event: OutboxRow) -> None:
        failures = []
        for name, take in self._consumers(event):
            try:
                take()
            except Exception as error:
                failures.append(f"{name}: {type(error).__name__}: {error}")
                logger.warning(
                    "%s did not take event %s", name, event.event_id, exc_info=True
                )
        with self._units.writing("relay", "-"):
            mine = OutboxRow.objects.filter(position=event.position)
            mine.update(**_outcome(event, failures))

    def _consumers(self, event: OutboxRow) -> list[tuple[str, Callable[[], None]]]:
        triggers = [
            (f"trigger:{trigger.name}", partial(self._run, trigger, event))
            for trigger in self._triggers
            if event.type == trigger.event.EVENT
        ]
        return [*triggers, ("publisher", partial(self._publish, event))]

    def _publish(self, event: OutboxRow) -> None:
        if event.attempts:
            with self._units.reading("relay", "-"):
                if _taken(event, "publisher").exists():
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
        self._publisher.publish(envelope)
        if any(event.type == trigger.event.EVENT for trigger in self._triggers):
            with self._units.writing("relay", event.request_id):
                _take(event, "publisher")

    def _run(self, trigger: Trigger, event: OutboxRow) -> None:
        consumer = f"trigger:{trigger.name}"
        with self._units.writing(consumer, event.request_id) as unit:
            # A twin that runs it at this moment is waited for: the row of the delivery is locked.
            if not _take(event, consumer):
                return
            fact = trigger.event.model_validate(
                event.payload, by_alias=True, by_name=False
            )
            trigger.run(fact, unit.context, self._handlers)


def _open() -> QuerySet[OutboxRow, OutboxRow]:
    return OutboxRow.objects.filter(
        done_at__isnull=True, parked_at__isnull=True
    ).order_by()


def _due() -> QuerySet[OutboxRow, OutboxRow]:
    return _open().filter(available_at__lte=now())


def _given_up() -> QuerySet[OutboxRow, OutboxRow]:
    return OutboxRow.objects.filter(parked_at__isnull=False)


def _taken(event: OutboxRow, consumer: str) -> QuerySet[DeliveryRow, DeliveryRow]:
    return DeliveryRow.objects.filter(event_id=event.event_id, consumer=consumer)


def _take(event: OutboxRow, consumer: str) -> bool:
    """Say that a consumer has taken the event; return whether it has not before."""
    _, is_new = DeliveryRow.objects.get_or_create(
        event_id=event.event_id, consumer=consumer, defaults={"at": now()}
    )
    return is_new


def _outcome(event: OutboxRow, failures: Sequence[str]) -> dict[str, Any]:
    if not failures:
        return {"done_at": now(), "error": None}
    attempts = event.attempts + 1
    values = {"attempts": attempts, "error": "\n".join(failures)}
    if attempts >= PATIENCE:
        logger.error("event %s is parked: %s", event.event_id, values["error"])
        return {**values, "parked_at": now()}
    return {**values, "available_at": now() + timedelta(seconds=2**attempts)}
