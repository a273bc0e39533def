# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Units of work: everything that a request or a trigger does happens in one, or not at all."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from ..context import Context
from ..contract.answers import Answer
from ..contract.cursors import Cursors
from ..contract.errors import IdempotencyConflictError, Issue, UnavailableError
from ..contract.identifiers import now
from .contexts import TABLES, context_of
from .database import Connection, Database
from .faults import outage
from .tables import IDEMPOTENCY
from .work import Work

_AWAY = "The database does not answer in time."


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
        """Return a unit that only reads, to be entered with `async with`."""
        return Reading(self, self.database.reading, caller, request_id)

    @asynccontextmanager
    async def writing(self, caller: str, request_id: str) -> AsyncIterator[Unit]:
        """Yield a unit that is committed at the end, or leaves nothing behind if an error passes."""
        async with Reading(self, self.database.writing, caller, request_id) as unit:
            yield unit
            emitted = await unit.work.finish()
            await unit.work.connection.commit()
        if emitted:
            self.committed()

    def unit(self, connection: Connection, caller: str, request_id: str) -> Unit:
        """Return a unit on a connection."""
        work = Work(
            connection, self.database.dialect, self.cursors, TABLES, caller, request_id
        )
        return Unit(work, context_of(work))


class Reading:
    """A connection for as long as a unit lasts; an outage is told as UnavailableError.

    A class and not a generator, because every request pays for it.
    """

    __slots__ = ("_caller", "_connect", "_connection", "_request_id", "_units")

    def __init__(
        self,
        units: Units,
        connect: Callable[[], Connection],
        caller: str,
        request_id: str,
    ) -> None:
        self._units = units
        self._connect = connect
        self._caller = caller
        self._request_id = request_id

    async def __aenter__(self) -> Unit:
        """Connect."""
        try:
            self._connection = await self._connect()
        except (SQLAlchemyError, OSError) as error:
            # A driver may let a refused connection through as an OSError.
            raise outage(error) or UnavailableError(_AWAY) from error
        return self._units.unit(self._connection, self._caller, self._request_id)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the connection back; what is not committed is gone."""
        try:
            await self._connection.close()
        except SQLAlchemyError as broken:
            if error is None:
                raise UnavailableError(_AWAY) from broken
        told = outage(error)
        if told is not None:
            raise told from error


class ReplayError(Exception):
    """The request was answered before; `answer` is what it was told."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("answered before")
        self.answer = answer


async def claim(work: Work, key: str, digest: str) -> None:
    """Take an idempotency key for this request, or raise ReplayError with the answer that it had.

    A twin that holds the key at this moment is waited for: its row is locked until it commits.
    """
    row = {"caller": work.caller, "key": key, "digest": digest, "at": now()}
    try:
        await work.connection.execute(insert(IDEMPOTENCY).values(row))
    except IntegrityError:
        await work.connection.rollback()
    else:
        return
    answers = IDEMPOTENCY.c
    stored = select(
        answers.digest, answers.status, answers.headers, answers.body
    ).where(answers.caller == work.caller, answers.key == key)
    found = (await work.connection.execute(stored)).one()
    await work.connection.rollback()
    if found.digest != digest:
        issue = Issue(
            "header.Idempotency-Key", "conflict", "was used for another request"
        )
        raise IdempotencyConflictError("Use a new key for a new request.", [issue])
    raise ReplayError(Answer(found.status, found.body, found.headers))


async def store(work: Work, key: str, answer: Answer) -> None:
    """Keep the answer with its key, in the same transaction as what it tells of."""
    kept = {
        "status": answer.status,
        "headers": dict(answer.headers),
        "body": answer.body,
    }
    mine = IDEMPOTENCY.c.caller == work.caller, IDEMPOTENCY.c.key == key
    await work.connection.execute(update(IDEMPOTENCY).where(*mine).values(kept))
