# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What every repository does, in the unit of work's transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from ..contract.answers import ANY_VERSION, IfMatch
from ..contract.bodies import Shape, pointer
from ..contract.errors import (
    Issue,
    NotFoundError,
    TransitionRefusedError,
    UnavailableError,
)
from ..contract.events import subject_of
from ..contract.patches import patched
from ..contract.queries import EVERY, EVERYTHING, Page, Query, Sort, from_body
from ..contract.references import references
from ..contract.transitions import HistoryEntry, Transition
from .conditions import Link, among, condition, parts, same
from .faults import constraints
from .kept import Kept
from .paging import Level, behind
from .tables import HistoryRow
from .work import Work

T = TypeVar("T")
K = TypeVar("K")
C = TypeVar("C", bound=Shape)
P = TypeVar("P", bound=Mapping[str, Any])
Row = tuple[Any, ...]


class Repository(Generic[T, K, C, P]):
    """Objects of one kind. Every method works in the unit of work that it was made for."""

    kept: ClassVar[Kept[Any]]
    key_readers: ClassVar[tuple[Any, ...]]

    def __init__(self, work: Work) -> None:
        self._work = work

    def get(self, key: K) -> T:
        """Return the object, or raise NotFoundError."""
        (read,) = self._objects([self._row(key)])
        return read

    def find(
        self,
        where: Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str] = (),
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page[T]:
        """Return one page of the objects for which `where` holds, in the words of the query body."""
        body = {
            "where": where or {},
            "sort": list(sort),
            "limit": limit,
            "cursor": cursor,
        }
        return self.page(from_body(self.kept.queryable, body))

    def page(self, query: Query) -> Page[T]:
        """Return the page that a query asks for."""
        kept, work = self.kept, self._work
        order = self._order(query.sort)
        found = kept.rows
        if query.where != EVERYTHING:
            found = found.filter(condition(query.where, kept.where))
        total = found.count() if query.count else None
        after = work.cursors.open(kept.kind, query)
        if after is not None:
            values = [
                None if value is None else level.reader.read(value)
                for value, level in zip(after, order, strict=True)
            ]
            found = found.filter(behind(order, values))
        found = found.order_by(*(level.ordering(work.dialect) for level in order))
        start = query.offset or 0
        rows = list(found[start : start + query.limit + 1])
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            place = self._place(order, rows[-1])
            following = work.cursors.after(kept.kind, query, place)
        return Page(self._objects(rows), following, total)

    def create(self, data: C) -> T:
        """Add an object; NotUniqueError and MissingReferenceError say why it cannot be."""
        kept, work = self.kept, self._work
        given = {name: getattr(data, name) for name in type(data).model_fields}
        work.demand(references(kept.shape, given))
        given = self._named(given)
        values = self._values({**kept.made(work.now()), **given})
        added = kept.model(**values)
        with constraints(kept.unique, kept.foreign):
            added.save(force_insert=True)
        if kept.auto_key is not None:
            values[kept.auto_key] = added.pk
        links = self._link(tuple(values[name] for name in kept.key), given)
        row = [values.get(name) for name in kept.names]
        made: T = kept.read(row, [links[name] for name in kept.links])
        return made

    def update(self, key: K, changes: P, if_match: IfMatch = ANY_VERSION) -> T:
        """Change the given fields; StaleVersionError where the caller read another version."""
        kept, work = self.kept, self._work
        row = self._row(key, lock=True)
        if_match.check(row[kept.at["row_version"]])
        whole = self._patched(row, changes)
        work.demand(references(kept.shape, whole))
        named = self._named(whole)
        self._change(row, self._values(named))
        self._link(parts(key), named)
        return self.get(key)

    def delete(self, key: K, if_match: IfMatch = ANY_VERSION) -> None:
        """Remove the object; StillReferencedError where others refer to it."""
        kept = self.kept
        row = self._row(key, lock=True)
        if_match.check(row[kept.at["row_version"]])
        with constraints({}, {}):
            _remove(kept.model._default_manager.filter(same(kept.key, parts(key))))

    def history(self, key: K, query: Query = EVERY) -> Page[HistoryEntry]:
        """Return the transitions that the object has made, oldest first."""
        self._row(key)
        subject = subject_of(self.kept.kind, key)
        (after,) = self._work.cursors.open(subject, query) or [0]
        steps = HistoryRow.objects.filter(subject=subject, position__gt=after)
        rows = list(steps.values_list(*_STEP)[: query.limit + 1])
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            following = self._work.cursors.after(subject, query, [rows[-1][0]])
        return Page([HistoryEntry(*row[1:]) for row in rows], following)

    def _move(
        self,
        key: K,
        transition: Transition,
        fields: Shape | None,
        if_match: IfMatch,
    ) -> tuple[str, datetime]:
        """Make the transition, and return the state that it started from and its moment."""
        kept, work = self.kept, self._work
        row = self._row(key, lock=True)
        if_match.check(row[kept.at["row_version"]])
        state = row[kept.at["state"]]
        if state not in transition.sources:
            raise _refused(kept.title, state, transition)
        given: dict[str, Any] = {}
        wire: dict[str, Any] = {}
        if fields is not None:
            given = dict(fields)
            wire = fields.model_dump(mode="json", by_alias=True)
            work.demand(references(type(fields), given))
        moment = work.now()
        named = self._named(given).items()
        own = {
            name: value
            for name, value in named
            if name in kept.fields or name in kept.links
        }
        self._change(row, {**self._values(own), "state": transition.target})
        self._link(parts(key), own)
        entry = {
            "transition": transition.name,
            "from_state": str(state),
            "to_state": str(transition.target),
            "fields": wire,
            "at": moment,
        }
        work.remember(subject_of(kept.kind, key), entry)
        return str(state), moment

    def _patched(self, row: Row, changes: P) -> dict[str, Any]:
        """Return the changes with structs and JSON values merged into what is stored."""
        kept = self.kept
        whole = dict(changes)
        for attribute in kept.merged.keys() & changes.keys():
            name = kept.attributes.get(attribute, attribute)
            stored = row[kept.at[kept.fields[name][0]]]
            whole[attribute] = patched(
                name, kept.merged[attribute], stored, changes[attribute]
            )
        return whole

    def _named(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            self.kept.attributes.get(name, name): value for name, value in given.items()
        }

    def _values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in given.items():
            attributes = self.kept.fields.get(name, ())
            if value is None:
                values.update(dict.fromkeys(attributes))
            elif attributes:
                values.update(zip(attributes, parts(value), strict=True))
        return values

    def _row(self, key: K, *, lock: bool = False) -> Row:
        found = self.kept.rows.filter(same(self.kept.key, parts(key)))
        for row in found.select_for_update() if lock else found:
            read: Row = row
            return read
        raise NotFoundError(f"This {self.kept.title} does not exist.")

    def _change(self, row: Row, values: dict[str, Any]) -> None:
        """Write the values where the row is still as it was read."""
        kept = self.kept
        seen = [*kept.key, "row_version", *(["state"] if "state" in values else [])]
        values = {**values, "row_version": row[kept.at["row_version"]] + 1}
        if "updated_at" in kept.fields:
            values["updated_at"] = self._work.now()
        unchanged = same(seen, [row[kept.at[name]] for name in seen])
        with constraints(kept.unique, kept.foreign):
            changed = kept.model._default_manager.filter(unchanged).update(**values)
        if changed != 1:
            raise UnavailableError(
                f"This {kept.title} was changed by another request just now."
            )

    def _link(
        self, key: tuple[Any, ...], given: Mapping[str, Any]
    ) -> dict[str, list[Any]]:
        """Replace the many-to-many sets that are given; return them, without repetitions, in key order."""
        found: dict[str, list[Any]] = {name: [] for name in self.kept.links}
        for name in self.kept.links.keys() & given.keys():
            link = self.kept.links[name]
            _remove(link.model._default_manager.filter(same(link.owner, key)))
            targets = {parts(value): value for value in given[name]}
            found[name] = [targets[at] for at in sorted(targets, key=_sortable)]
            names = (*link.owner, *link.target)
            link.model._default_manager.bulk_create(
                link.model(**dict(zip(names, (*key, *at), strict=True)))
                for at in sorted(targets, key=_sortable)
            )
        return found

    def _objects(self, rows: Sequence[Row]) -> list[T]:
        kept = self.kept
        if not kept.links:
            return [kept.read(row, ()) for row in rows]
        keys = [tuple(row[kept.at[name]] for name in kept.key) for row in rows]
        sets = [_linked(link, keys) for link in kept.links.values()]
        return [
            kept.read(row, [linked.get(key, []) for linked in sets])
            for row, key in zip(rows, keys, strict=True)
        ]

    def _order(self, sorts: Sequence[Sort]) -> list[Level]:
        """Return what to order by; the key is last."""
        kept = self.kept
        order = []
        for sort in sorts:
            name, reader = kept.fields[sort.field][0], kept.queryable[sort.field].reader
            order.append(Level(name, sort.descending, name in kept.nullable, reader))
        named = {level.name for level in order}
        # The key follows the last direction, so that one index can serve the whole order.
        down = sorts[-1].descending if sorts else False
        for name, reader in zip(kept.key, self.key_readers, strict=True):
            if name not in named:
                order.append(Level(name, down, False, reader))
        return order

    def _place(self, order: Sequence[Level], row: Row) -> list[Any]:
        values = ((row[self.kept.at[level.name]], level.reader) for level in order)
        return [
            None if value is None else reader.dump(value) for value, reader in values
        ]


_STEP = ("position", "transition", "from_state", "to_state", "fields", "at", "by")


def _linked(
    link: Link, keys: Sequence[tuple[Any, ...]]
) -> dict[tuple[Any, ...], list[Any]]:
    if not keys:
        return {}
    split = len(link.owner)
    rows = link.model._default_manager.filter(among(link.owner, keys))
    pairs = rows.values_list(*link.owner, *link.target)
    found: dict[tuple[Any, ...], list[Any]] = {}
    for row in sorted(pairs, key=lambda row: _sortable(row[split:])):
        found.setdefault(tuple(row[:split]), []).append(link.read(row[split:]))
    return found


def _remove(rows: QuerySet[Any, Any]) -> None:
    # One DELETE: the constraints say what becomes of those that refer to the rows.
    rows._raw_delete(DEFAULT_DB_ALIAS)  # noqa: SLF001


def _refused(title: str, state: Any, transition: Transition) -> TransitionRefusedError:
    wanted = " or ".join(str(source) for source in transition.sources)
    issue = Issue(pointer("state"), "state", f"must be {wanted}, but is {state}")
    return TransitionRefusedError(
        f"This {title} is {state}: {transition.name} is refused.", [issue]
    )


def _sortable(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(
        f"{value:020}" if isinstance(value, int) else str(value) for value in values
    )
