"""The tables of a model: the same in every stack and on every database."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Enum, ListOf, Literally, Made, Ref, Scalar, Struct
from stackwright.rendering.once import once
from stackwright.rendering.python import py
from stackwright.rendering.views import types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackwright.ontology.ir import Field, Model, Object, Type

COLUMN_TYPES = {
    "text": "columns.Text()", "bool": "sa.Boolean()", "short": "sa.SmallInteger()", "int": "sa.Integer()",
    "long": "sa.BigInteger()", "float": "sa.Double()", "double": "sa.Double()", "date": "sa.Date()",
    "time": "columns.TimeOfDay", "datetime": "columns.Instant()", "duration": "columns.Span()",
    "uuid": "columns.Uuid", "json": "columns.Json()",
}  # fmt: skip

EXACT_IN_SQLITE = 15
_WHOLE = {"short", "int", "long"}
_NATIVE = {"string", "text", "bool", "short", "int", "long"}

# What the body of a row uses, and what pydantic keeps to itself in it.
SHADOWED = frozenset(("columns", "mapped_column", "relationship", "sa", "values"))
_PYDANTIC = re.compile(
    r"model_(computed_fields|config|construct|copy|dump\w*|extra|fields|fields_set|json_schema|"
    r"parametrized_name|post_init|rebuild|validate\w*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its attribute, its Python type and its SQL type.

    A whole number that alone is the key is counted up by the database (`auto`) or given by a caller.
    """

    name: str
    attr: str
    python: str
    sql: str
    nullable: bool
    auto: bool = False
    default: str | None = None
    given: bool = False

    @property
    def counting(self) -> bool | None:
        """Whether the database counts it up, where SQLAlchemy would guess so from its type."""
        return self.auto if self.auto or self.given else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """A foreign key, under its full name. A late one refers to a table that comes after its own."""

    name: str
    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]
    on_delete: str
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTable:
    """The table of a many-to-many field."""

    field: str
    name: str
    owner: tuple[Column, ...]
    target: tuple[Column, ...]
    foreign: tuple[ForeignKey, ...]
    read: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of an object, as every kind of output speaks of it."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...]
    unique: tuple[tuple[str, tuple[str, ...]], ...]
    index: tuple[tuple[str, tuple[str, ...]], ...]
    checks: tuple[tuple[str, str, tuple[str, ...]], ...]
    links: tuple[LinkTable, ...]


def column_type(type_: Type) -> str:
    """Return the expression of a column's type."""
    match type_:
        case Scalar(kind="string", length=length):
            return f"columns.Text({length})"
        case Scalar(kind="decimal", precision=precision, scale=scale):
            return f"columns.Exact({precision}, {scale})"
        case Scalar(kind="bytes", length=length):
            return f"columns.Blob({length})"
        case Scalar(kind=kind):
            return COLUMN_TYPES[kind]
        case Enum(name=name, values=values):
            return f"columns.Choice({name}, {max(len(value.wire) for value in values)})"
        case Struct(name=name):
            return f"columns.Packed({name})"
        case ListOf(item=Scalar(kind=kind)) if kind in _NATIVE:
            return "columns.Items()"
        case ListOf():
            return f"columns.Packed({_packed(type_)})"
    raise TypeError(f"{type_} has no column of its own")


@once
def tables_of(model: Model) -> Mapping[str, Table]:
    """Return all tables by their names, each behind those it refers to, unless they refer to each other."""
    tables = {one.table: table_of(one) for one in model.objects()}
    order: dict[str, int] = {}
    under_way: set[str] = set()

    def add(name: str) -> None:
        if name in order or name in under_way:
            return
        under_way.add(name)
        for foreign in tables[name].foreign:
            add(foreign.table)
        under_way.remove(name)
        order[name] = len(order)

    for name in tables:
        add(name)
    return {name: _with_late(tables[name], order) for name in order}


def _with_late(table: Table, order: Mapping[str, int]) -> Table:
    late = {foreign.name for foreign in table.foreign if order[foreign.table] > order[table.name]}
    if not late:
        return table
    return replace(
        table, foreign=tuple(replace(one, late=True) if one.name in late else one for one in table.foreign)
    )


@once
def table_of(one: Object) -> Table:
    """Return the table of an object, alone: the same in every stack and on every database."""
    held: list[Column] = []
    foreign: list[ForeignKey] = []
    links: list[LinkTable] = []
    by_field: dict[str, tuple[str, ...]] = {}
    for field in one.fields:
        if field.many:
            links.append(_link(one, field))
            continue
        made = tuple(_columns(field, alone=one.key == (field.name,)))
        by_field[field.name] = tuple(column.name for column in made)
        held += made
        if isinstance(field.type, Ref):
            foreign.append(_foreign(one.table, field, by_field[field.name]))
    held += _standard(one)
    key = tuple(name for field in one.key_fields for name in by_field[field.name])
    by_field["state"] = by_field.get("state", ("state",))
    unique = [
        (names.shorten(f"uq_{one.table}_{field.name}"), by_field[field.name])
        for field in one.fields
        if field.unique and field.name not in one.key
    ]
    unique += [
        (
            names.shorten(f"uq_{one.table}_{'_'.join(group)}"),
            tuple(c for name in group for c in by_field[name]),
        )
        for group in one.unique
    ]
    return Table(
        name=one.table,
        columns=tuple(held),
        key=key,
        foreign=tuple(foreign),
        unique=tuple(unique),
        index=tuple(_indexes(one, by_field, key, unique)),
        checks=tuple(_checks(one)),
        links=tuple(links),
    )


def _columns(field: Field, *, alone: bool) -> Iterator[Column]:
    for name, path in names.columns(field):
        leaf = path[-1]
        auto = leaf is field and field.default == Made(how="auto")
        attr = _free(field.attr if leaf is field else name)
        sql = "columns.AutoInteger" if auto and kind_of(leaf.type) == "long" else column_type(leaf.type)
        yield Column(
            name=name,
            attr=attr,
            python=types.value_type(leaf.type),
            sql=sql,
            nullable=field.optional,
            auto=auto,
            given=alone and not auto and kind_of(field.type) in _WHOLE,
            default=_server_default(field) if leaf is field else None,
        )


def _server_default(field: Field) -> str | None:
    """Return the default that the database fills into rows which are there when the column comes."""
    if field.optional or not isinstance(field.default, Literally):
        return None
    value = field.default.value
    match field.type:
        case Enum(values=values):
            return py(next(one.wire for one in values if value in (one.name, one.wire)))
        case Scalar(kind="string"):
            return py(value)
        case Scalar(kind="bool"):
            return "sa.true()" if value else "sa.false()"
        case Scalar(kind="short" | "int" | "long" | "float" | "double"):
            return f"sa.text({py(str(value))})"
        case Scalar(kind="decimal", precision=precision) if (precision or 0) <= EXACT_IN_SQLITE:
            return f"sa.text({py(str(value))})"
    return None


def _standard(one: Object) -> Iterator[Column]:
    if one.states:
        length = max(len(state.wire) for state in one.states)
        sql = f"columns.Choice({one.name}State, {length})"
        yield Column(name="state", attr="state", python=f"{one.name}State", sql=sql, nullable=False)
    yield Column(name="row_version", attr="row_version", python="int", sql="sa.BigInteger()", nullable=False)
    if one.timestamps:
        for name in ("created_at", "updated_at"):
            yield Column(name=name, attr=name, python="dt.datetime", sql="columns.Instant()", nullable=False)


def _foreign(table: str, field: Field, mine: tuple[str, ...], on_delete: str | None = None) -> ForeignKey:
    type_ = field.type.item if isinstance(field.type, ListOf) else field.type
    if not isinstance(type_, Ref):
        raise TypeError(f"{field.name} is no reference")
    target = type_.target
    targets = tuple(name for part in target.key_fields for name, _ in names.columns(part))
    action = (on_delete or field.on_delete).replace("_", " ").upper()
    name = names.shorten(f"fk_{table}_{field.name}")
    return ForeignKey(name=name, columns=mine, table=target.table, targets=targets, on_delete=action)


def _link(one: Object, field: Field) -> LinkTable:
    if not (isinstance(field.type, ListOf) and isinstance(field.type.item, Ref)):
        raise TypeError(f"{field.name} is no many-to-many reference")
    target = field.type.item.target
    name = names.link_table(one.table, field.name)
    owner = tuple(_link_columns("owner", one))
    other = tuple(_link_columns("target", target))
    mine = tuple(column.name for column in owner)
    theirs = tuple(column.name for column in other)
    keys = [n for part in one.key_fields for n, _ in names.columns(part)]
    to_owner = ForeignKey(
        name=names.shorten(f"fk_{name}_owner"),
        columns=mine,
        table=one.table,
        targets=tuple(keys),
        on_delete="CASCADE",
    )
    named = _foreign(name, field, theirs)
    to_target = ForeignKey(
        name=names.shorten(f"fk_{name}_target"),
        columns=theirs,
        table=named.table,
        targets=named.targets,
        on_delete="RESTRICT" if field.on_delete == "restrict" else "CASCADE",
    )
    read = None
    if len(other) > 1:
        read = f"{types.key_type(target)}.from_parts"
    return LinkTable(
        field=field.name, name=name, owner=owner, target=other, foreign=(to_owner, to_target), read=read
    )


def _link_columns(prefix: str, one: Object) -> Iterator[Column]:
    for part in one.key_fields:
        for name, path in names.columns(part):
            leaf = path[-1]
            yield Column(
                name=f"{prefix}_{name}",
                attr=f"{prefix}_{name}",
                python=types.value_type(leaf.type),
                sql=column_type(leaf.type),
                nullable=False,
            )


def _indexes(
    one: Object,
    by_field: dict[str, tuple[str, ...]],
    key: tuple[str, ...],
    unique: Iterable[tuple[str, tuple[str, ...]]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    served = [key, *(group for _, group in unique)]
    wanted: list[tuple[str, tuple[str, ...]]] = []
    for field in one.fields:
        if field.many or field.name not in by_field:
            continue
        if field.index:
            wanted.append(
                (field.name, (*by_field[field.name], *(k for k in key if k not in by_field[field.name])))
            )
        elif isinstance(field.type, Ref):
            wanted.append((field.name, by_field[field.name]))
    if one.states:
        wanted.append(("state", ("state", *key)))
    wanted += [("_".join(group), tuple(c for n in group for c in by_field[n])) for group in one.index]
    for name, group in wanted:
        if not any(other[: len(group)] == group for other in served):
            served.append(group)
            yield names.shorten(f"ix_{one.table}_{name}"), group


def _checks(one: Object) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for field in one.fields:
        if isinstance(field.type, Enum):
            wires = tuple(value.wire for value in field.type.values)
            yield names.shorten(f"ck_{one.table}_{field.name}"), field.name, wires
    if one.states:
        yield names.shorten(f"ck_{one.table}_state"), "state", tuple(state.wire for state in one.states)


def kind_of(type_: Type) -> str:
    """Return the kind of a scalar; nothing for any other type."""
    return type_.kind if isinstance(type_, Scalar) else ""


def _packed(type_: Type) -> str:
    match type_:
        case ListOf(item=item):
            return f"list[{_packed(item)}]"
        case Struct(name=name):
            return name
    return f"Annotated[{types.value_type(type_)}, {types.reader(type_)}]"


def _free(name: str) -> str:
    """Return the attribute of a column: its name, with an underscore where others need that."""
    return f"{name}_" if name in SHADOWED or _PYDANTIC.fullmatch(name) else name
