# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""One unit of work: a connection, who asked, and the events and history that go with the data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Select, Table, bindparam, insert, select, tuple_

from ..contract.cursors import Cursors
from ..contract.errors import Issue, MissingReferenceError
from ..contract.events import Event
from ..contract.identifiers import now, uuid7
from ..contract.references import Reference
from .conditions import parts
from .database import Connection
from .tables import HISTORY, OUTBOX

_HISTORY, _OUTBOX = insert(HISTORY), insert(OUTBOX)


@dataclass(slots=True)
class Work:
    """What repositories share; nothing of it is seen by others before `finish` and the commit."""

    connection: Connection
    dialect: str
    cursors: Cursors
    tables: Mapping[str, Table]
    caller: str = "anonymous"
    request_id: str = "-"
    _events: list[dict[str, Any]] = field(default_factory=list)
    _history: list[dict[str, Any]] = field(default_factory=list)

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return now()

    async def emit(self, event: Event) -> None:
        """Announce the event, if this unit of work succeeds."""
        moment = now()
        identifier = uuid7()
        self._events.append(
            {
                "event_id": identifier,
                "type": event.EVENT,
                "subject": event.subject() or f"{event.EVENT}/{identifier}",
                "payload": event.model_dump(mode="json", by_alias=True),
                "occurred_at": moment,
                "available_at": moment,
                "caused_by": self.caller,
                "request_id": self.request_id,
                "attempts": 0,
            }
        )

    def remember(self, subject: str, entry: Mapping[str, Any]) -> None:
        """Add a transition to the object's history."""
        self._history.append({"subject": subject, "by": self.caller, **entry})

    async def finish(self) -> bool:
        """Write events and history; return whether there are events to deliver."""
        if self._history:
            await self.connection.execute(_HISTORY, _rows(self._history))
        if self._events:
            await self.connection.execute(_OUTBOX, _rows(self._events))
        return bool(self._events)

    async def demand(self, references: Iterable[Reference]) -> None:
        """Raise MissingReferenceError for those references that name nothing."""
        wanted: dict[str, list[Reference]] = {}
        for reference in references:
            wanted.setdefault(reference.to, []).append(reference)
        missing: list[Issue] = []
        for kind, group in wanted.items():
            keys = {parts(one.key) for one in group}
            there = await self._existing(self.tables[kind], keys)
            missing.extend(
                Issue(one.path, "missing_reference", "names nothing that exists")
                for one in group
                if parts(one.key) not in there
            )
        if missing:
            missing.sort(key=lambda issue: issue.path)
            raise MissingReferenceError("A referenced object does not exist.", missing)

    async def _existing(
        self, table: Table, keys: set[tuple[Any, ...]]
    ) -> set[tuple[Any, ...]]:
        columns = list(table.primary_key.columns)
        if len(columns) == 1 and len(keys) == 1:
            ((key,),) = keys
            rows = await self.connection.execute(_one(table), {"key": key})
            return {tuple(row) for row in rows}
        if len(columns) == 1:
            among = columns[0].in_([key for (key,) in keys])
        else:
            among = cast("Any", tuple_(*columns).in_(list(keys)))
        rows = await self.connection.execute(select(*columns).where(among))
        return {tuple(row) for row in rows}


def _rows(rows: list[dict[str, Any]]) -> Any:
    # One row alone is spared the way of many.
    return rows[0] if len(rows) == 1 else rows


@cache
def _one(table: Table) -> Select[Any]:
    (column,) = table.primary_key.columns
    return select(column).where(column == bindparam("key", type_=column.type))
