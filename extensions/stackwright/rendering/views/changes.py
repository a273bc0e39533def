"""What migrations must know beside the tables: former names, and values for rows that are there already."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Enum, ListOf, Literally, Made, Ref
from stackwright.rendering.lines import broken
from stackwright.rendering.python import py

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import EnumValue, Field, Model, Object
    from stackwright.rendering.scope import Scope

Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Former names by present ones, the likelier first, and what fills a column that is required now."""

    tables: Mapping[str, tuple[str, ...]]
    columns: Mapping[Place, tuple[str, ...]]
    values: Mapping[Place, Mapping[str, str]]
    kinds: Mapping[str, tuple[str, str]]
    fills: Mapping[Place, object]
    nows: tuple[Place, ...]
    eaches: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The same, as lines of Python: one an entry."""

    tables: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[str, ...]
    kinds: tuple[str, ...]
    fills: tuple[str, ...]
    nows: tuple[str, ...]
    eaches: tuple[str, ...]


def changes_view(scope: Scope) -> ChangesView:
    """Describe what `was` says, and the model's defaults."""
    found = changes_of(scope.model)
    return ChangesView(
        tables=_entries(found.tables),
        columns=_entries(found.columns),
        values=_entries(found.values),
        kinds=_entries(found.kinds),
        fills=_entries(found.fills),
        nows=_places(found.nows),
        eaches=_places(found.eaches),
    )


def changes_of(model: Model) -> Changes:
    """Return what `was` says, and the model's defaults."""
    tables: dict[str, tuple[str, ...]] = {}
    columns: dict[Place, tuple[str, ...]] = {}
    for one in model.objects():
        tables |= _formers({one.table: _tables(one)})
        present = {name for field in one.fields for name in _names(field)}
        for field in one.fields:
            if field.many:
                link, formers, held = _link(one, field)
                tables |= _formers({link: formers})
            else:
                held = {(one.table, name): _variants(path) for name, path in names.columns(field)}
            columns |= {
                place: others
                for place, formers in _formers(held).items()
                if (others := tuple(former for former in formers if former not in present))
            }
    objects = tuple(model.objects())
    return Changes(
        tables=tables,
        columns=columns,
        values=dict(_values(objects)),
        kinds={
            one.table: (f"{one.namespace}.{one.was or one.name}", f"{one.namespace}.{one.name}")
            for one in objects
            if one.was or _renamed(one.states)
        },
        fills=dict(_fills(objects)),
        nows=tuple(_nows(objects)),
        eaches=tuple(_eaches(objects)),
    )


def _formers(held: Mapping[Place, tuple[str, ...]] | Mapping[str, tuple[str, ...]]) -> dict:  # type: ignore[type-arg]
    """Keep those that have had another name, without the present one."""
    return {
        now: others
        for now, all_ in held.items()
        if (others := tuple(dict.fromkeys(x for x in all_ if x != (now if isinstance(now, str) else now[1]))))
    }


def _tables(one: Object) -> tuple[str, ...]:
    return (one.table, one.was_table) if one.was_table else (one.table,)


def _names(field: Field) -> tuple[str, ...]:
    return tuple(name for name, _ in names.columns(field))


def _called(field: Field) -> tuple[str, ...]:
    return (field.name, field.was) if field.was else (field.name,)


def _variants(path: tuple[Field, ...], prefix: str | None = None) -> tuple[str, ...]:
    """Return the names of a column, the present one first: each part of it may have been renamed."""
    start = [(prefix,)] if prefix is not None else []
    return tuple(names.shorten("_".join(parts)) for parts in product(*start, *map(_called, path)))


def _link(one: Object, field: Field) -> tuple[str, tuple[str, ...], dict[Place, tuple[str, ...]]]:
    """Return the table of a many-to-many reference, its names, and those of its columns."""
    if not (isinstance(field.type, ListOf) and isinstance(field.type.item, Ref)):
        raise TypeError(f"{field.name} is no many-to-many reference")
    table = names.link_table(one.table, field.name)
    called = tuple(names.link_table(*parts) for parts in product(_tables(one), _called(field)))
    held = {
        (table, f"{prefix}_{name}"): tuple(f"{prefix}_{variant}" for variant in _variants(path))
        for prefix, end in (("owner", one), ("target", field.type.item.target))
        for part in end.key_fields
        for name, path in names.columns(part)
    }
    return table, called, held


def _values(objects: tuple[Object, ...]) -> Iterator[tuple[Place, Mapping[str, str]]]:
    for one in objects:
        for field in one.fields:
            if isinstance(field.type, Enum) and (renamed := _renamed(field.type.values)):
                yield (one.table, field.name), renamed
        if renamed := _renamed(one.states):
            yield (one.table, "state"), renamed


def _renamed(values: tuple[EnumValue, ...]) -> dict[str, str]:
    """Return the former texts of values: a value that has a text of its own keeps that."""
    return {one.wire: one.was for one in values if one.was and one.wire == one.name}


def _fills(objects: tuple[Object, ...]) -> Iterator[tuple[Place, object]]:
    for one in objects:
        for field in one.fields:
            if not field.optional and not field.many and isinstance(field.default, Literally):
                yield (one.table, field.name), _stored(field, field.default.value)
        if one.states:
            yield (one.table, "state"), one.states[0].wire


def _stored(field: Field, value: object) -> object:
    if isinstance(field.type, Enum):
        return next(one.wire for one in field.type.values if value in (one.name, one.wire))
    return value


def _nows(objects: tuple[Object, ...]) -> Iterator[Place]:
    for one in objects:
        for field in one.fields:
            if not field.optional and field.default == Made(how="now"):
                yield one.table, field.name
        if one.timestamps:
            yield one.table, "created_at"
            yield one.table, "updated_at"


def _eaches(objects: tuple[Object, ...]) -> Iterator[Place]:
    for one in objects:
        for field in one.fields:
            if not field.optional and field.default == Made(how="uuid"):
                yield one.table, field.name


def _places(given: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(broken(f"        {py(place)},", 8) for place in given)


def _entries(
    given: Mapping[object, object] | Mapping[str, object] | Mapping[Place, object],
) -> tuple[str, ...]:
    return tuple(broken(f"    {py(name)}: {py(value)},", 4) for name, value in given.items())
