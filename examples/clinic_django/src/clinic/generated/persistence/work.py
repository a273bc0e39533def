# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""One unit of work: who asked, and the events and history that go with the data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model

from ..contract.cursors import Cursors
from ..contract.errors import Issue, MissingReferenceError
from ..contract.events import Event
from ..contract.identifiers import now, uuid7
from ..contract.references import Reference
from .conditions import among, key_of, parts
from .tables import HistoryRow, OutboxRow


@dataclass(slots=True)
class Work:
    """What repositories share; nothing of it is seen by others before `finish` and the commit."""

    dialect: str
    cursors: Cursors
    models: Mapping[str, type[Model]]
    caller: str = "anonymous"
    request_id: str = "-"
    _events: list[OutboxRow] = field(default_factory=list)
    _history: list[HistoryRow] = field(default_factory=list)

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return now()

    def emit(self, event: Event) -> None:
        """Announce the event, if this unit of work succeeds."""
        moment = now()
        identifier = uuid7()
        self._events.append(
            OutboxRow(
                event_id=identifier,
                type=event.EVENT,
                subject=event.subject() or f"{event.EVENT}/{identifier}",
                payload=event.model_dump(mode="json", by_alias=True),
                occurred_at=moment,
                available_at=moment,
                caused_by=self.caller,
                request_id=self.request_id,
            )
        )

    def remember(self, subject: str, entry: Mapping[str, Any]) -> None:
        """Add a transition to the object's history."""
        self._history.append(HistoryRow(subject=subject, by=self.caller, **entry))

    def finish(self) -> bool:
        """Write events and history; return whether there are events to deliver."""
        if self._history:
            HistoryRow.objects.bulk_create(self._history)
        if self._events:
            OutboxRow.objects.bulk_create(self._events)
        return bool(self._events)

    def demand(self, references: Iterable[Reference]) -> None:
        """Raise MissingReferenceError for those references that name nothing."""
        wanted: dict[str, list[Reference]] = {}
        for reference in references:
            wanted.setdefault(reference.to, []).append(reference)
        missing: list[Issue] = []
        for kind, group in wanted.items():
            keys = {parts(one.key) for one in group}
            there = _existing(self.models[kind], keys)
            missing.extend(
                Issue(one.path, "missing_reference", "names nothing that exists")
                for one in group
                if parts(one.key) not in there
            )
        if missing:
            missing.sort(key=lambda issue: issue.path)
            raise MissingReferenceError("A referenced object does not exist.", missing)


def _existing(model: type[Model], keys: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    names = key_of(model)
    rows = model._default_manager.order_by().values_list(*names)
    return {tuple(row) for row in rows.filter(among(names, keys))}
