# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Units of work: everything that a request or a trigger does happens in one, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from types import TracebackType

from django.db import transaction

from ..context import Context
from ..contract.answers import Answer
from ..contract.cursors import Cursors
from ..contract.errors import IdempotencyConflictError, Issue, UnavailableError
from ..contract.identifiers import now
from .contexts import MODELS, context_of
from .database import Database, connection
from .faults import outage
from .tables import IdempotencyRow
from .work import Work


@dataclass(slots=True)
class Unit:
    """A unit of work that is under way."""

    work: Work
    context: Context


@dataclass(frozen=True, slots=True)
class Units:
    """Begins units of work on one database. `committed` is called after those that emitted events."""

    database: Database
    cursors: Cursors
    committed: Callable[[], None] = field(default=lambda: None)

    def reading(self, caller: str, request_id: str) -> "Reading":
        """Return a unit that only reads, to be entered with `with`."""
        return Reading(self, self.database.readers, caller, request_id)

    @contextmanager
    def writing(self, caller: str, request_id: str) -> Iterator[Unit]:
        """Yield a unit that is committed at the end, or leaves nothing behind if an error passes."""
        writing = Reading(self, self.database.writers, caller, request_id)
        with writing as unit, transaction.atomic():
            yield unit
            emitted = unit.work.finish()
            # An error that was caught on its way here may have broken the transaction.
            connection().validate_no_broken_transaction()
        if emitted:
            self.committed()

    def unit(self, caller: str, request_id: str) -> Unit:
        """Return a unit on this thread's connection."""
        work = Work(self.database.dialect, self.cursors, MODELS, caller, request_id)
        return Unit(work, context_of(work))


class Reading:
    """A turn at the database for as long as a unit lasts; an outage is told as UnavailableError.

    A class and not a generator, because every request pays for it.
    """

    __slots__ = ("_caller", "_request_id", "_turns", "_units")

    def __init__(
        self, units: Units, turns: BoundedSemaphore, caller: str, request_id: str
    ) -> None:
        self._units = units
        self._turns = turns
        self._caller = caller
        self._request_id = request_id

    def __enter__(self) -> Unit:
        """Wait for a turn."""
        database = self._units.database
        if not self._turns.acquire(timeout=database.patience):
            raise UnavailableError("The database is busy.")
        database.refresh()
        return self._units.unit(self._caller, self._request_id)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the next one have its turn."""
        self._turns.release()
        told = outage(error)
        if told is not None:
            raise told from error


class ReplayError(Exception):
    """The request was answered before; `answer` is what it was told."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("answered before")
        self.answer = answer


def claim(work: Work, key: str, digest: str) -> None:
    """Take an idempotency key for this request, or raise ReplayError with the answer that it had.

    A twin that holds the key at this moment is waited for: its row is locked until it commits.
    """
    mine = IdempotencyRow(caller=work.caller, key=key, digest=digest, at=now())
    IdempotencyRow.objects.bulk_create([mine], ignore_conflicts=True)
    row = IdempotencyRow.objects.filter(caller=work.caller, key=key)
    ((known, status, headers, body),) = row.values_list(
        "digest", "status", "headers", "body"
    )
    if known != digest:
        issue = Issue(
            "header.Idempotency-Key", "conflict", "was used for another request"
        )
        raise IdempotencyConflictError("Use a new key for a new request.", [issue])
    # An answer is stored with its key, so a key without one is the key that was taken here.
    if status is not None:
        raise ReplayError(Answer(status, bytes(body or b""), headers or {}))


def store(work: Work, key: str, answer: Answer) -> None:
    """Keep the answer with its key, in the same transaction as what it tells of."""
    IdempotencyRow.objects.filter(caller=work.caller, key=key).update(
        status=answer.status, headers=dict(answer.headers), body=answer.body
    )
