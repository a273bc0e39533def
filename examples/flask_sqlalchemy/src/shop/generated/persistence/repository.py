# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What every repository does, in the unit of work's transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)

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
from .conditions import Link, condition, parts
from .faults import constraints
from .kept import SIZE, Kept
from .paging import behind, ordering
from .tables import HISTORY
from .work import Work

T = TypeVar("T")
K = TypeVar("K")
C = TypeVar("C", bound=Shape)
P = TypeVar("P", bound=Mapping[str, Any])


class Repository(Generic[T, K, C, P]):
    """Objects of one kind. Every method works in the unit of work that it was made for."""

    kept: ClassVar[Kept[Any]]
    key_readers: ClassVar[tuple[Any, ...]]

    def __init__(self, work: Work) -> None:
        self._work = work

    def get(self, key: K) -> T:
        """Return the object, or raise NotFoundError."""
        row = self._row(key)
        return self._read(row)

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
        after = work.cursors.open(kept.kind, query)
        values = None
        if after is not None:
            values = [
                None if value is None else reader.read(value)
                for value, (_, _, reader) in zip(after, order, strict=True)
            ]
        statement, parameters = self._page(query, order, values)
        rows = (work.connection.execute(statement, parameters)).all()
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            following = work.cursors.after(
                kept.kind, query, self._place(order, rows[-1])
            )
        total = None
        if query.count:
            asked = condition(query.where, kept.where, work.dialect)
            counting = select(func.count()).select_from(kept.table).where(asked)
            total = (work.connection.execute(counting)).scalar_one()
        return Page(self._objects(rows), following, total)

    def create(self, data: C) -> T:
        """Add an object; NotUniqueError and MissingReferenceError say why it cannot be."""
        kept, work = self.kept, self._work
        given = {name: getattr(data, name) for name in type(data).model_fields}
        work.demand(references(kept.shape, given))
        given = self._named(given)
        values = self._values({**kept.made(work.now()), **given})
        with constraints(kept.unique, kept.foreign):
            result = work.connection.execute(kept.adding, values)
        if kept.auto_key is not None:
            (values[kept.auto_key],) = result.inserted_primary_key or (None,)
        key = tuple(values[column.name] for column in kept.key)
        links = self._link(key, given)
        row = [values.get(column.name) for column in kept.columns]
        made: T = kept.read(row, [links[name] for name in kept.links])
        return made

    def update(self, key: K, changes: P, if_match: IfMatch = ANY_VERSION) -> T:
        """Change the given fields; StaleVersionError where the caller read another version."""
        kept, work = self.kept, self._work
        row = self._row(key, lock=True)
        if_match.check(row.row_version)
        whole = self._patched(row, changes)
        work.demand(references(kept.shape, whole))
        named = self._named(whole)
        self._change(row, self._values(named))
        self._link(parts(key), named)
        return self.get(key)

    def delete(self, key: K, if_match: IfMatch = ANY_VERSION) -> None:
        """Remove the object; StillReferencedError where others refer to it."""
        kept, work = self.kept, self._work
        row = self._row(key, lock=True)
        if_match.check(row.row_version)
        with constraints({}, {}):
            work.connection.execute(delete(kept.table).where(self._is(key)))

    def history(self, key: K, query: Query = EVERY) -> Page[HistoryEntry]:
        """Return the transitions that the object has made, oldest first."""
        self._row(key)
        subject = subject_of(self.kept.kind, key)
        (after,) = self._work.cursors.open(subject, query) or [0]
        step = HISTORY.c
        steps = (
            select(
                step.position,
                step.transition,
                step.from_state,
                step.to_state,
                step.fields,
                step.at,
                step.by,
            )
            .where(step.subject == subject, step.position > after)
            .order_by(step.position)
            .limit(query.limit + 1)
        )
        rows = (self._work.connection.execute(steps)).all()
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            following = self._work.cursors.after(subject, query, [rows[-1].position])
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
        if_match.check(row.row_version)
        if row.state not in transition.sources:
            raise _refused(kept.title, row.state, transition)
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
            "from_state": str(row.state),
            "to_state": str(transition.target),
            "fields": wire,
            "at": moment,
        }
        work.remember(subject_of(kept.kind, key), entry)
        return str(row.state), moment

    def _patched(self, row: Row[Any], changes: P) -> dict[str, Any]:
        """Return the changes with structs and JSON values merged into what is stored."""
        whole = dict(changes)
        for attribute in self.kept.merged.keys() & changes.keys():
            name = self.kept.attributes.get(attribute, attribute)
            stored = row._mapping[self.kept.where.fields[name][0]]  # noqa: SLF001
            whole[attribute] = patched(
                name, self.kept.merged[attribute], stored, changes[attribute]
            )
        return whole

    def _named(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            self.kept.attributes.get(name, name): value for name, value in given.items()
        }

    def _values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in given.items():
            columns = self.kept.fields.get(name, ())
            split = (
                (None,) * len(columns)
                if value is None
                else parts(value)
                if columns
                else ()
            )
            values.update(zip(columns, split, strict=True))
        return values

    def _is(self, key: K) -> ColumnElement[bool]:
        return and_(
            *(
                column == part
                for column, part in zip(self.kept.key, parts(key), strict=True)
            )
        )

    def _row(self, key: K, *, lock: bool = False) -> Row[Any]:
        statement = self.kept.locked if lock else self.kept.one
        found = self._work.connection.execute(statement, self.kept.by_key(key))
        row: Row[Any] | None = found.one_or_none()
        if row is None:
            raise NotFoundError(f"This {self.kept.title} does not exist.")
        return row

    def _change(self, row: Row[Any], values: dict[str, Any]) -> None:
        """Write the values where the row is still as it was read."""
        kept, work = self.kept, self._work
        seen = row._mapping  # noqa: SLF001 - SQLAlchemy's public accessor for a row by column
        same = [
            column == seen[column] for column in (*kept.key, kept.table.c.row_version)
        ]
        if "state" in values:
            same.append(kept.table.c.state == seen[kept.table.c.state])
        values = {**values, "row_version": row.row_version + 1}
        if "updated_at" in kept.fields:
            values["updated_at"] = work.now()
        with constraints(kept.unique, kept.foreign):
            result = work.connection.execute(
                update(kept.table).where(*same).values(values)
            )
        if result.rowcount != 1:
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
            owner = {
                column.name: part for column, part in zip(link.owner, key, strict=True)
            }
            mine = [column == owner[column.name] for column in link.owner]
            self._work.connection.execute(delete(link.table).where(*mine))
            targets = {parts(value): value for value in given[name]}
            found[name] = [targets[at] for at in sorted(targets, key=_sortable)]
            rows = [
                owner
                | {
                    column.name: part
                    for column, part in zip(link.target, at, strict=True)
                }
                for at in sorted(targets, key=_sortable)
            ]
            if rows:
                self._work.connection.execute(insert(link.table), rows)
        return found

    def _read(self, row: Row[Any]) -> T:
        (read,) = self._objects([row])
        return read

    def _objects(self, rows: Sequence[Row[Any]]) -> list[T]:
        kept = self.kept
        if not kept.links:
            return [kept.read(row, ()) for row in rows]
        keys = [tuple(row._mapping[column] for column in kept.key) for row in rows]  # noqa: SLF001
        sets = [self._linked(link, keys) for link in kept.links.values()]
        return [
            kept.read(row, [linked.get(key, []) for linked in sets])
            for row, key in zip(rows, keys, strict=True)
        ]

    def _linked(
        self, link: Link, keys: Sequence[tuple[Any, ...]]
    ) -> dict[tuple[Any, ...], list[Any]]:
        if not keys:
            return {}
        split = len(link.owner)
        among = (
            link.owner[0].in_([key[0] for key in keys])
            if split == 1
            else tuple_(*link.owner).in_(keys)
        )
        rows = self._work.connection.execute(
            select(*link.owner, *link.target).where(among)
        )
        found: dict[tuple[Any, ...], list[Any]] = {}
        for row in sorted(rows, key=lambda row: _sortable(row[split:])):
            found.setdefault(tuple(row[:split]), []).append(link.read(row[split:]))
        return found

    def _page(
        self,
        query: Query,
        order: Sequence[tuple[ColumnElement[Any], bool, Any]],
        after: Sequence[Any] | None,
    ) -> tuple[Select[Any], dict[str, Any]]:
        """Return the statement of a page and its parameters; the usual ones are built already."""
        kept = self.kept
        size = {"size": query.limit + 1}
        usual = query.where == EVERYTHING and not query.sort and query.offset is None
        if usual and after is None:
            return kept.first_page, size
        if usual and after is not None and len(after) == 1:
            return kept.next_page, {"after": after[0], **size}
        dialect = self._work.dialect
        asked = condition(query.where, kept.where, dialect)
        statement = select(*kept.columns).where(asked)
        statement = statement.order_by(
            *(ordering(column, down, dialect) for column, down, _ in order)
        )
        if after is not None:
            statement = statement.where(behind(order, after))
        return statement.limit(SIZE).offset(query.offset), size

    def _order(
        self, sorts: Sequence[Sort]
    ) -> list[tuple[ColumnElement[Any], bool, Any]]:
        """Return the columns to order by, whether downwards, and their readers; the key is last."""
        kept = self.kept
        order = [
            (
                kept.where.fields[sort.field][0],
                sort.descending,
                kept.queryable[sort.field].reader,
            )
            for sort in sorts
        ]
        named = {column.name for column, _, _ in order}
        # The key follows the last direction, so that one index can serve the whole order.
        down = sorts[-1].descending if sorts else False
        for column, reader in zip(kept.key, self.key_readers, strict=True):
            if column.name not in named:
                order.append((column, down, reader))
        return order

    def _place(
        self, order: Sequence[tuple[ColumnElement[Any], bool, Any]], row: Row[Any]
    ) -> list[Any]:
        seen = row._mapping  # noqa: SLF001
        values = ((seen[column], reader) for column, _, reader in order)
        return [
            None if value is None else reader.dump(value) for value, reader in values
        ]


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
