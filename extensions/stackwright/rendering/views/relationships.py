"""The ways from one row to others: along its references, and back along those of others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import ListOf, Ref
from stackwright.ontology.names import pascal
from stackwright.rendering.modules import module_of
from stackwright.rendering.once import once
from stackwright.rendering.views.tables import SHADOWED, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Field, Model, Object

# Rows that belong to no ontology; one of an object may have the same name.
_SERVICE = ("Outbox", "Delivery", "History", "Idempotency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row class: `path` finds it among all classes, and `alias` is what others import it as.

    Both are its own name, unless another class has that name, too.
    """

    name: str
    alias: str
    path: str
    namespace: str
    module: str

    def seen_from(self, other: Row) -> Row:
        """Return the row as another calls it; its own name is enough for itself."""
        return replace(self, alias=self.name) if self == other else self

    def imported(self, namespace: str) -> str:
        """Return the statement that imports it into a module of another row."""
        package = "." if namespace == self.namespace else f"...{self.namespace}.persistence."
        name = self.name if self.alias == self.name else f"{self.name} as {self.alias}"
        return f"from {package}{self.module} import {name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A way from a row to one other or to many: along the reference `field`, or back.

    `foreign` are the columns that lead there, and `remote` those that they lead to; each is empty where
    the foreign keys leave no doubt, and so are the `joins` of a way through a link table. `passive` says
    what is left to the database when a row goes.
    """

    attr: str
    to: Row
    back: str | None
    field: str
    forward: bool
    many: bool
    optional: bool
    passive: str | None = None
    foreign: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    link: str | None = None
    joins: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A reference, with the attributes of both its ends."""

    owner: Object
    field: Field
    target: Object
    attr: str
    back: str | None


@once
def relationships(model: Model) -> Mapping[str, tuple[Relationship, ...]]:
    """Return the relationships of every object, by its table: its own references first."""
    rows = rows_of(model)
    ways = tuple(_ways(model))
    between = Counter(_ends(way) for way in ways if not way.field.many)
    found: dict[str, list[Relationship]] = {one.table: [] for one in model.objects()}
    for way in ways:
        if way.field.many:
            found[way.owner.table].append(_linked(way, rows))
        else:
            found[way.owner.table].append(_ahead(way, rows, doubt=between[_ends(way)] > 1))
    for way in ways:
        if way.back is None:
            continue
        if way.field.many:
            found[way.target.table].append(_linked_back(way, way.back, rows))
        else:
            found[way.target.table].append(_back(way, way.back, rows, doubt=between[_ends(way)] > 1))
    return {table: tuple(group) for table, group in found.items()}


@once
def rows_of(model: Model) -> Mapping[str, Row]:
    """Return the row of every object, by its table."""
    # A class of the contract may be called like a row, and is imported beside it.
    taken = Counter(f"{name}Row" for name in _SERVICE)
    taken.update(name for one in model.objects() for name in (one.name, f"{one.name}Row"))
    return {one.table: _row(one, taken) for one in model.objects()}


def _row(one: Object, taken: Counter[str]) -> Row:
    name, module = f"{one.name}Row", module_of(one)
    if taken[name] == 1:
        return Row(name=name, alias=name, path=name, namespace=one.namespace, module=module)
    alias = f"{pascal(one.namespace)}{name}"
    while alias in taken:
        alias += "_"
    path = f"{one.namespace}.persistence.{module}.{name}"
    return Row(name=name, alias=alias, path=path, namespace=one.namespace, module=module)


def _ways(model: Model) -> Iterator[_Way]:
    taken = {one.table: {column.attr for column in table_of(one).columns} for one in model.objects()}
    found = [
        (one, field, target, _free(field.attr, taken[one.table]))
        for one in model.objects()
        for field in one.fields
        if (target := _target(field)) is not None
    ]
    for one, field, target, attr in found:
        back = None if field.inverse is None else _free(names.attr(field.inverse), taken[target.table])
        yield _Way(owner=one, field=field, target=target, attr=attr, back=back)


def _free(name: str, taken: set[str]) -> str:
    """Return the attribute of a relationship: its name, with an underscore where a column has that."""
    while name in taken or name in SHADOWED:
        name += "_"
    taken.add(name)
    return name


def _target(field: Field) -> Object | None:
    type_ = field.type.item if isinstance(field.type, ListOf) else field.type
    return type_.target if isinstance(type_, Ref) else None


def _ends(way: _Way) -> frozenset[str]:
    return frozenset((way.owner.table, way.target.table))


def _ahead(way: _Way, rows: Mapping[str, Row], *, doubt: bool) -> Relationship:
    itself = way.owner.table == way.target.table
    return Relationship(
        attr=way.attr,
        to=rows[way.target.table].seen_from(rows[way.owner.table]),
        back=way.back,
        field=way.field.name,
        forward=True,
        many=False,
        optional=way.field.optional,
        foreign=_held(way, rows) if doubt else (),
        remote=_key(way.target, rows) if itself else (),
    )


def _back(way: _Way, attr: str, rows: Mapping[str, Row], *, doubt: bool) -> Relationship:
    return Relationship(
        attr=attr,
        to=rows[way.owner.table].seen_from(rows[way.target.table]),
        back=way.attr,
        field=way.field.name,
        forward=False,
        many=not way.field.unique and way.owner.key != (way.field.name,),
        optional=True,
        passive='"all"',
        foreign=_held(way, rows) if doubt else (),
    )


def _linked(way: _Way, rows: Mapping[str, Row]) -> Relationship:
    return Relationship(
        attr=way.attr,
        to=rows[way.target.table].seen_from(rows[way.owner.table]),
        back=way.back,
        field=way.field.name,
        forward=True,
        many=True,
        optional=False,
        passive="True",
        link=_link(way),
        joins=_joins(way, rows),
    )


def _linked_back(way: _Way, attr: str, rows: Mapping[str, Row]) -> Relationship:
    joins = _joins(way, rows)
    return Relationship(
        attr=attr,
        to=rows[way.owner.table].seen_from(rows[way.target.table]),
        back=way.attr,
        field=way.field.name,
        forward=False,
        many=True,
        optional=False,
        passive="True",
        link=_link(way),
        joins=None if joins is None else (joins[1], joins[0]),
    )


def _link(way: _Way) -> str:
    return names.link_table(way.owner.table, way.field.name)


def _joins(way: _Way, rows: Mapping[str, Row]) -> tuple[str, str] | None:
    """Return how the link table of a self reference joins its two ends."""
    if way.owner.table != way.target.table:
        return None
    link, table, key = _link(way), table_of(way.owner), _key(way.owner, rows)

    def join(end: str) -> str:
        tests = [f"{attr} == {link}.c.{end}_{name}" for attr, name in zip(key, table.key, strict=True)]
        return tests[0] if len(tests) == 1 else f"and_({', '.join(tests)})"

    return join("owner"), join("target")


def _held(way: _Way, rows: Mapping[str, Row]) -> tuple[str, ...]:
    return _attributes(way.owner, rows, tuple(name for name, _ in names.columns(way.field)))


def _key(one: Object, rows: Mapping[str, Row]) -> tuple[str, ...]:
    return _attributes(one, rows, table_of(one).key)


def _attributes(one: Object, rows: Mapping[str, Row], columns: tuple[str, ...]) -> tuple[str, ...]:
    attrs = {column.name: column.attr for column in table_of(one).columns}
    return tuple(f"{rows[one.table].path}.{attrs[name]}" for name in columns)
