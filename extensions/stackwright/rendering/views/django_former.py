"""What migrations must be told, as no table shows it: former names, and values for rows that are there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Enum, ListOf, Literally, Made, Scalar, Struct
from stackwright.rendering.lines import broken
from stackwright.rendering.migrations import target_of
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.django_tables import default_of
from stackwright.rendering.views.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackwright.ontology.ir import EnumValue, Field, Object
    from stackwright.rendering.scope import Scope
    from stackwright.rendering.views.tables import Table


_Entry = tuple[str, str]
_Place = tuple[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mapping: its name, the type of its values, what it says, and its lines."""

    name: str
    type: str
    about: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerView:
    """Every mapping; where a thing may have had several names, the likeliest is first."""

    names: Mapping[str, str]
    mappings: tuple[Facts, ...]


def former_view(scope: Scope) -> FormerView:
    """Describe what `was` and the defaults of all objects say."""
    objects = list(scope.model.objects())
    return FormerView(
        names={
            "Any": "from typing import Any",
            "Decimal": "from decimal import Decimal",
            "Mapping": "from collections.abc import Mapping",
            "identifiers": "from ..contract import identifiers",
            "values": "from ..contract import values",
        },
        mappings=(
            Facts(
                name="TABLES",
                type="tuple[str, ...]",
                about="Tables, each with what it may have been called before.",
                lines=_flat(found for one in objects for found in _tables(one)),
            ),
            Facts(
                name="COLUMNS",
                type="Mapping[str, tuple[str, ...]]",
                about="Columns, by their tables, in the same way.",
                lines=_nested(found for one in objects for found in _columns(one)),
            ),
            Facts(
                name="VALUES",
                type="Mapping[str, Mapping[str, str]]",
                about="Values of enums and states, by their tables and columns.",
                lines=_nested(found for one in objects for found in _values(one)),
            ),
            Facts(
                name="KINDS",
                type="tuple[str, ...]",
                about="What history calls the objects of a table, now and before.",
                lines=_flat(found for one in objects for found in _kinds(one)),
            ),
            Facts(
                name="FILLED",
                type="Mapping[str, Any]",
                about="What rows get in a new column that must not be empty.",
                lines=_nested(found for one in objects for found in _filled(one)),
            ),
        ),
    )


def _tables(one: Object) -> Iterator[_Entry]:
    if one.was_table is not None:
        yield one.table, py((one.was_table,))
    for field in one.fields:
        if field.many:
            ways = product(_both(one.table, one.was_table), _both(field.name, field.was))
            here, *before = (names.link_table(table, name) for table, name in ways)
            if before:
                yield here, py(tuple(reversed(before)))


def _columns(one: Object) -> Iterator[_Place]:
    for field in one.fields:
        for column, before in _ways([field]):
            yield from _column(one.table, column, before)
        if field.many:
            table = names.link_table(one.table, field.name)
            for end, thing in (("owner", one), ("target", target_of(field))):
                for column, before in _ways(thing.key_fields):
                    yield from _column(table, f"{end}_{column}", [f"{end}_{name}" for name in before])


def _column(table: str, column: str, before: list[str]) -> Iterator[_Place]:
    if before:
        yield (table, column), py(tuple(before))


def _ways(fields: Iterable[Field]) -> Iterator[tuple[str, list[str]]]:
    """Yield the columns of fields, each with all that it may have been called, by `was` of any part."""
    for field in fields:
        for column, path in names.columns(field):
            ways = product(*(_both(part.name, part.was) for part in path))
            every = [names.shorten("_".join(way)) for way in ways]
            yield column, list(reversed(every[1:]))


def _values(one: Object) -> Iterator[_Place]:
    for field in one.fields:
        if isinstance(field.type, Enum):
            yield from _renamed(table_of(one), field.name, field.type.values)
    yield from _renamed(table_of(one), "state", one.states)


def _renamed(table: Table, column: str, values: Iterable[EnumValue]) -> Iterator[_Place]:
    before = {value.wire: value.was for value in values if value.was is not None}
    if before:
        yield (table.name, column), py(before)


def _kinds(one: Object) -> Iterator[_Entry]:
    if one.was is not None or any(state.was is not None for state in one.states):
        kinds = [f"{one.namespace}.{name}" for name in _both(one.name, one.was)]
        yield one.table, py(tuple(kinds))


def _filled(one: Object) -> Iterator[_Place]:
    for field in one.fields:
        is_known = field.optional or field.many or default_of(field) is not None
        value = None if is_known else _value(field)
        if value is not None:
            yield (one.table, field.name), value


def _value(field: Field) -> str | None:
    """Return the expression of a value for rows that are there."""
    match field.default, field.type:
        case Made(how="now"), Scalar():
            return "identifiers.now"
        case Literally(value=value), Struct() | ListOf() | Scalar(kind="json"):
            return py(value)
        case Literally(value=value), Enum(values=members):
            return py(next(one.wire for one in members if value in (one.name, one.wire)))
        case Literally(value=value), _:
            return types.literal(field.type, value)
    return None


def _both(now: str, before: str | None) -> list[str]:
    return [now] if before is None else [now, before]


def _flat(found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(broken(f"    {py(key)}: {value},", 4) for key, value in found)


def _nested(found: Iterable[tuple[tuple[str, str], str]]) -> tuple[str, ...]:
    tables: dict[str, list[str]] = {}
    for (table, column), value in found:
        tables.setdefault(table, []).append(broken(f"        {py(column)}: {value},", 8))
    return tuple("\n".join([f"    {py(table)}: {{", *lines, "    },"]) for table, lines in tables.items())
