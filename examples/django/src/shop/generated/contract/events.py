# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Facts that the domain announces, how they travel, and what they set off."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol
from uuid import UUID

from .bodies import Shape

logger = logging.getLogger(__name__)

_LONGEST_SUBJECT = 255


class Event(Shape):
    """A fact. `EVENT` is its name on the wire; `subject` is what it speaks of."""

    EVENT: ClassVar[str]

    def subject(self) -> str | None:
        """Return what the event is about: events of one subject are delivered in order."""
        return None


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event on its way: `payload` is its JSON, `id` stays the same when it is delivered again."""

    id: UUID
    type: str
    subject: str
    payload: bytes
    occurred_at: datetime
    caused_by: str
    request_id: str


class EventPublisher(Protocol):
    """Where events go. An exception means that the event was not taken, and is offered again."""

    def publish(self, event: Envelope) -> None:
        """Hand over one event; it may arrive more than once."""
        ...


class NoPublisher:
    """Takes every event and keeps none."""

    def publish(self, event: Envelope) -> None:
        """Do nothing."""


class LoggingPublisher:
    """Writes every event to the log."""

    def publish(self, event: Envelope) -> None:
        """Log the event."""
        logger.info(
            "event %s %s of %s: %s",
            event.type,
            event.id,
            event.subject,
            event.payload.decode(),
        )


@dataclass(frozen=True, slots=True)
class Trigger:
    """Runs an action whenever an event has happened, once per event."""

    name: str
    event: type[Event]
    run: Callable[..., Any]


def subject_of(kind: str, key: object) -> str:
    """Return the subject of an object: its kind and its key, cut to a digest where it is long."""
    parts = key.parts() if hasattr(key, "parts") else (key,)
    subject = f"{kind}/{'/'.join(str(part) for part in parts)}"
    if len(subject) <= _LONGEST_SUBJECT:
        return subject
    return f"{kind}/{hashlib.sha256(subject.encode()).hexdigest()}"
