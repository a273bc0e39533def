"""What the SQLAlchemy tables and repositories of an object print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Enum, ListOf, Literally, Made, Ref, Scalar, Struct
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import WIDTH, columns
from stackwright.rendering.lines import assigned, broken
from stackwright.rendering.modules import module_of
from stackwright.rendering.once import once
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.behaviour import MethodView, methods
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.shapes import changeable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.ir import Field, Object, Type
    from stackwright.rendering.scope import Scope

COLUMN_TYPES = {
    "text": "columns.Text()", "bool": "sa.Boolean()", "short": "sa.SmallInteger()", "int": "sa.Integer()",
    "long": "sa.BigInteger()", "float": "sa.Double()", "double": "sa.Double()", "date": "sa.Date()",
    "time": "columns.TimeOfDay", "datetime": "columns.Instant()", "duration": "columns.Span()",
    "uuid": "columns.Uuid", "json": "columns.Json()",
}  # fmt: skip

EXACT_IN_SQLITE = 15
_NATIVE = {"string", "text", "bool", "short", "int", "long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its attribute, its Python type and its SQL type."""

    name: str
    attr: str
    python: str
    sql: str
    nullable: bool
    auto: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """A foreign key, under its full name."""

    name: str
    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]
    on_delete: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PersistenceView:
    """The row, the link tables and the repository of an object."""

    imports: str
    title: str
    kind: str
    key_type: str
    table: Table
    arguments: str
    lines: tuple[str, ...]
    links: tuple[str, ...]
    fields: tuple[str, ...]
    read: str
    made: tuple[str, ...]
    methods: tuple[MethodView, ...]
    link_lines: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    merged: tuple[str, ...]
    auto_key: str | None


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
def table_of(one: Object) -> Table:
    """Return the table of an object: the same in every stack and on every database."""
    held: list[Column] = []
    foreign: list[ForeignKey] = []
    links: list[LinkTable] = []
    by_field: dict[str, tuple[str, ...]] = {}
    for field in one.fields:
        if field.many:
            links.append(_link(one, field))
            continue
        made = tuple(_columns(field))
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


def persistence_view(scope: Scope) -> PersistenceView:
    """Describe how an object is kept."""
    one = scope.object
    table = table_of(one)
    lines = tuple(_line(column) for column in table.columns)
    kept = tuple(_kept_fields(one))
    read = _read(one)
    given = tuple(_made(one))
    own = {
        "sa": "import sqlalchemy as sa",
        "Mapped": "from sqlalchemy.orm import Mapped",
        "mapped_column": "from sqlalchemy.orm import mapped_column",
        "columns": "from ...persistence import types as columns",
        "values": "from ...contract import values",
        "identifiers": "from ...contract import identifiers",
        "Base": "from ...persistence.tables import Base",
        "maybe": "from ...persistence.conditions import maybe",
        "Link": "from ...persistence.conditions import Link",
        "Kept": "from ...persistence.kept import Kept",
        "Repository": "from ...persistence.repository import Repository",
        "cast": "from typing import cast",
        "events": "from ..contract import events",
        "IfMatch": "from ...contract.answers import IfMatch",
        "ANY_VERSION": "from ...contract.answers import ANY_VERSION",
        **declared(one.fields, "..contract.types", one.namespace),
    }
    module = f"..contract.{module_of(one)}"
    if len(one.key) > 1:
        own[f"{one.name}Key"] = f"from ..contract.types import {one.name}Key"
    contract = [one.name, f"{one.name}Create", f"{one.name}Patch", "KEY", "QUERYABLE"]
    contract += [f"{one.name}State"] if one.states else []
    contract += [f"{one.name}{pascal(move.name)}" for move in one.transitions if move.fields]
    contract += ["TRANSITIONS"] if one.transitions else []
    own |= {name: f"from {module} import {name}" for name in contract}
    moves = tuple(methods(scope, one))
    texts = [
        "sa",
        "Mapped",
        "mapped_column",
        "Base",
        "Kept",
        "Repository",
        "cast",
        "Any",
        "Sequence",
        "ClassVar",
    ]
    texts += [
        "KEY",
        "QUERYABLE",
        "dt",
        one.name,
        f"{one.name}Create",
        f"{one.name}Patch",
        read,
        types.key_type(one),
    ]
    texts += [*lines, *kept, *given, *(method.head for method in moves)]
    if moves:
        texts += ["events", "IfMatch", "ANY_VERSION", "TRANSITIONS"]
        texts += [method.fields for method in moves if method.fields]
    if table.links:
        texts.append("Link")
        texts += [column.sql for link in table.links for column in (*link.owner, *link.target)]
    link_texts = tuple(_link_lines(table))
    texts += link_texts
    merged = tuple(_merged(one))
    texts += merged
    return PersistenceView(
        imports=imports(texts, own, scope.package),
        title=phrase(one),
        kind=f"{one.namespace}.{one.name}",
        key_type=types.key_type(one),
        table=table,
        arguments=_table_arguments(table),
        lines=lines,
        links=tuple(_link_tables(table)),
        fields=kept,
        read=read,
        made=given,
        methods=moves,
        link_lines=link_texts,
        attributes=tuple((field.attr, field.name) for field in one.fields if field.attr != field.name),
        merged=merged,
        auto_key=next((column.name for column in table.columns if column.auto), None),
    )


def _columns(field: Field) -> Iterator[Column]:
    for name, path in names.columns(field):
        leaf = path[-1]
        auto = leaf is field and field.default == Made(how="auto")
        attr = field.attr if leaf is field else name
        sql = "columns.AutoInteger" if auto and _kind(leaf.type) == "long" else column_type(leaf.type)
        yield Column(
            name=name,
            attr=attr,
            python=types.value_type(leaf.type),
            sql=sql,
            nullable=field.optional,
            auto=auto,
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
    yield Column(name="row_version", attr="row_version", python="int", sql="sa.Integer()", nullable=False)
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
    if len(target.key) > 1:
        read = f"{target.name}Key.from_parts"
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


def _table_arguments(table: Table) -> str:
    given = arguments(table)
    one = f"    __table_args__ = ({given[0].strip()})"
    if len(given) == 1 and columns(one) <= WIDTH:
        return one
    return "\n".join(["    __table_args__ = (", *given, "    )"])


@once
def arguments(table: Table) -> tuple[str, ...]:
    """Return the constraints and indexes of a table, as arguments."""
    return tuple(_arguments(table))


def _arguments(table: Table) -> Iterator[str]:
    key = ", ".join(py(name) for name in table.key)
    yield broken(f"        sa.PrimaryKeyConstraint({key}),", 8)
    for foreign in table.foreign:
        yield foreign_line(foreign, 8)
    for name, group in table.unique:
        yield broken(f"        sa.UniqueConstraint({', '.join(map(py, group))}, name={py(name)}),", 8)
    for name, column, wires in table.checks:
        yield broken(
            f"        sa.CheckConstraint(sa.column({py(column)}).in_({py(list(wires))}), name={py(name)}),", 8
        )
    for name, group in table.index:
        yield broken(f"        sa.Index({py(name)}, {', '.join(map(py, group))}),", 8)


def foreign_line(foreign: ForeignKey, indent: int) -> str:
    """Return a foreign key as an argument of its table."""
    targets = [f"{foreign.table}.{name}" for name in foreign.targets]
    options = f"name={py(foreign.name)}, ondelete={py(foreign.on_delete)}"
    arguments = f"{py(list(foreign.columns))}, {py(targets)}, {options}"
    return broken(f"{' ' * indent}sa.ForeignKeyConstraint({arguments}),", indent)


def _line(column: Column) -> str:
    arguments = [column.sql]
    if column.attr != column.name:
        arguments.insert(0, py(column.name))
    if column.auto:
        arguments.append("autoincrement=True")
    if column.default is not None:
        arguments.append(f"server_default={column.default}")
    python = f"{column.python} | None" if column.nullable else column.python
    return assigned(column.attr, f"Mapped[{python}]", f"mapped_column({', '.join(arguments)})")


def _link_tables(table: Table) -> Iterator[str]:
    for link in table.links:
        parts = [py(link.name), "Base.metadata"]
        parts += [f"sa.Column({py(c.name)}, {c.sql}, nullable=False)" for c in (*link.owner, *link.target)]
        key = ", ".join(py(c.name) for c in (*link.owner, *link.target))
        parts.append(f"sa.PrimaryKeyConstraint({key})")
        parts += [foreign_line(foreign, 0)[:-1] for foreign in link.foreign]
        targets = ", ".join(py(c.name) for c in link.target)
        parts.append(f"sa.Index({py(names.shorten(f'ix_{link.name}_target'))}, {targets})")
        flat = [
            " ".join(part.split()).replace("( ", "(").replace(", )", ")").replace("[ ", "[") for part in parts
        ]
        yield broken(f"{link.field.upper()}_LINK = sa.Table({', '.join(flat)})", 0)


def _link_lines(table: Table) -> Iterator[str]:
    for link in table.links:
        name = f"{link.field.upper()}_LINK"
        owner = "".join(f"{name}.c.{c.name}, " for c in link.owner).strip()
        target = "".join(f"{name}.c.{c.name}, " for c in link.target).strip()
        owner = owner if len(link.owner) == 1 else owner[:-1]
        target = target if len(link.target) == 1 else target[:-1]
        read = f", {link.read}" if link.read else ""
        yield broken(f"            {py(link.field)}: Link({name}, ({owner}), ({target}){read}),", 12)


def _kept_fields(one: Object) -> Iterator[str]:
    for field in one.fields:
        if not field.many:
            held = tuple(name for name, _ in names.columns(field))
            yield broken(f"            {py(field.name)}: {py(held)},", 12)
    if one.states:
        yield '            "state": ("state",),'
    yield '            "row_version": ("row_version",),'
    if one.timestamps:
        yield '            "created_at": ("created_at",),'
        yield '            "updated_at": ("updated_at",),'


def _read(one: Object) -> str:
    """Return the statement that makes the object of a row and of its links."""
    if not any(field.many or _composite(field.type) for field in one.fields):
        return f"    return {one.name}(*row)"
    at, links, start = 0, 0, 0
    parts: list[str] = []
    for field in one.fields:
        composite = isinstance(field.type, Ref) and _composite(field.type)
        if not field.many and not composite:
            at += 1
            continue
        parts += _run(start, at)
        start = at
        if isinstance(field.type, Ref):
            start = at = at + len(list(names.columns(field)))
            key, held = f"{field.type.target.name}Key", f"row[{_begin(field, at)}:{at}]"
            parts.append(f"maybe({key}, {held})" if field.optional else f"{key}.from_parts({held})")
        else:
            parts.append(f"links[{links}]")
            links += 1
    collected = broken(f"    parts = [{', '.join([*parts, f'*row[{start}:]'])}]", 4)
    return f"{collected}\n    return {one.name}(*parts)"


def _begin(field: Field, end: int) -> int:
    return end - len(list(names.columns(field)))


def _run(start: int, end: int) -> list[str]:
    if end <= start:
        return []
    return [f"row[{start}]" if end == start + 1 else f"*row[{start}:{end}]"]


def _made(one: Object) -> Iterator[str]:
    """Yield the values that the service itself gives to a new object."""
    for field in one.fields:
        given = types.made(field)
        if field.readonly and given is not None:
            yield f"        {py(field.name)}: {given},"
        elif field.readonly and not field.many:
            yield f"        {py(field.name)}: None,"
    if one.states:
        yield f'        "state": {one.name}State.{one.states[0].name.upper()},'
    yield '        "row_version": 1,'
    if one.timestamps:
        yield '        "created_at": moment,'
        yield '        "updated_at": moment,'


def _merged(one: Object) -> Iterator[str]:
    for field in changeable(one):
        if isinstance(field.type, Struct):
            yield f"            {py(field.attr)}: TypeAdapter({field.type.name}),"
        elif _kind(field.type) == "json":
            yield f"            {py(field.attr)}: TypeAdapter(Annotated[Any, values.Anything()]),"


def _composite(type_: Type) -> bool:
    return isinstance(type_, Ref) and len(type_.target.key) > 1


def _kind(type_: Type) -> str:
    return type_.kind if isinstance(type_, Scalar) else ""


def _packed(type_: Type) -> str:
    match type_:
        case ListOf(item=item):
            return f"list[{_packed(item)}]"
        case Struct(name=name):
            return name
    return f"Annotated[{types.value_type(type_)}, {types.reader(type_)}]"
