# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The tables that a database has, under the names that the model gives them now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData

from . import types
from .changes import COLUMNS, TABLES

_LITERAL = re.compile(r"'((?:[^'\\]|''|\\.)*)'")
_CAST = re.compile(r"::[a-z ]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_BOOKKEEPING = "alembic_version"
_LARGE = 65536


@dataclass(frozen=True, slots=True)
class Reflection:
    """A schema under present names, and the former ones: of tables, and of columns by their tables.

    In `renaming` the tables have their present names already, and their columns the former ones.
    """

    schema: MetaData = field(default_factory=MetaData)
    renaming: MetaData = field(default_factory=MetaData)
    tables: dict[str, str] = field(default_factory=dict)
    columns: dict[tuple[str, str], str] = field(default_factory=dict)

    def now(self, table: str) -> str:
        """Return the present name of a table."""
        return next((now for now, old in self.tables.items() if old == table), table)

    def column(self, table: str, name: str) -> str:
        """Return the present name of a column of a table that has its present name."""
        held = self.columns.items()
        return next(
            (key[1] for key, old in held if key[0] == table and old == name), name
        )


def reflected(connection: sa.Connection, wanted: MetaData) -> Reflection:
    """Read the schema; a former name counts where the present one is not there."""
    inspector = sa.inspect(connection)
    names = [name for name in inspector.get_table_names() if name != _BOOKKEEPING]
    found = Reflection()
    for now, formers in TABLES.items():
        old = next((name for name in formers if name in names), None)
        if old is not None and now not in names and old not in wanted.tables:
            found.tables[now] = old
    columns = {name: inspector.get_columns(name) for name in names}
    for (table, now), formers in COLUMNS.items():
        there = {
            column["name"] for column in columns.get(found.tables.get(table, table), [])
        }
        old = next((name for name in formers if name in there), None)
        if old is not None and now not in there:
            found.columns[table, now] = old
    for name in names:
        _table(inspector, found, name, columns[name], found.schema)
        _table(inspector, found, name, columns[name], found.renaming)
    return found


def _table(
    inspector: sa.Inspector,
    found: Reflection,
    name: str,
    columns: Any,
    schema: MetaData,
) -> None:
    table = found.now(name)

    def called(names: Any, of: str = table) -> list[str]:
        if schema is found.renaming:
            return list(names)
        return [found.column(of, column) for column in names]

    key = inspector.get_pk_constraint(name)
    foreign = inspector.get_foreign_keys(name)
    unique = inspector.get_unique_constraints(name)
    kept = {one["name"] for one in (*foreign, *unique)}
    sa.Table(
        table,
        schema,
        *(_column(column, *called([column["name"]])) for column in columns),
        sa.PrimaryKeyConstraint(
            *called(key["constrained_columns"]), name=key.get("name")
        ),
        *(
            sa.ForeignKeyConstraint(
                called(one["constrained_columns"]),
                [
                    f"{found.now(one['referred_table'])}.{column}"
                    for column in called(
                        one["referred_columns"], found.now(one["referred_table"])
                    )
                ],
                name=one["name"],
                ondelete=one.get("options", {}).get("ondelete"),
            )
            for one in foreign
        ),
        *(
            sa.UniqueConstraint(*called(one["column_names"]), name=one["name"])
            for one in unique
        ),
        *_checks(inspector, name, called),
        *(
            sa.Index(
                one["name"], *called(one["column_names"]), unique=bool(one["unique"])
            )
            for one in inspector.get_indexes(name)
            # What keeps a constraint is that constraint, and expressions are not the model's.
            if one["name"] not in kept and None not in one["column_names"]
        ),
    )


def _column(column: Any, name: str) -> sa.Column[Any]:
    default = column["default"]
    return sa.Column(
        name,
        column["type"],
        server_default=None if default is None else sa.text(default),
        nullable=column["nullable"],
        # SQLite only guesses.
        autoincrement=column.get("autoincrement") is True,
    )


def _checks(
    inspector: sa.Inspector, table: str, called: Any
) -> Iterator[sa.CheckConstraint]:
    names = [column["name"] for column in inspector.get_columns(table)]
    for check in inspector.get_check_constraints(table):
        condition = check["sqltext"]
        values = literals(condition)
        words = set(re.findall(r"\w+", _CAST.sub("", _LITERAL.sub("", condition))))
        spoken = [name for name in names if name in words]
        if values and len(spoken) == 1:
            (column,) = called(spoken)
            yield sa.CheckConstraint(sa.column(column).in_(values), name=check["name"])
        elif check["name"] is not None and "json_valid" not in condition:
            yield sa.CheckConstraint(condition, name=check["name"])


def literals(condition: str) -> list[str]:
    """Return the texts of a condition, as they were before they were quoted."""
    return [
        re.sub(r"\\(.)", r"\1", text.replace("''", "'"))
        for text in _LITERAL.findall(condition)
    ]


def plain(context: MigrationContext, column: sa.Column[Any]) -> sa.Column[Any]:
    """Return a column in the words of the model: with its types, and with its defaults as values."""
    default = default_of(column, context.dialect)
    like = (sa.Column(column.name, type_) for type_ in _types(column.type))
    same = (one.type for one in like if not context.impl.compare_type(column, one))
    return sa.Column(
        column.name,
        next(same, column.type),
        server_default=_default(default, column.type),
        nullable=column.nullable,
        autoincrement=column.autoincrement,
    )


def _default(text: str | None, type_: Any) -> Any:
    if text is None or isinstance(type_, sa.String):
        return text
    if isinstance(type_, sa.Boolean):
        return sa.true() if text == "1" else sa.false()
    return sa.text(text)


def _types(like: Any) -> Iterator[Any]:
    """Yield the types that a column may have, each before those that could be taken for it."""
    length = getattr(like, "length", None)
    if isinstance(like, sa.Boolean):
        yield sa.Boolean()
    yield types.Uuid
    if length:
        yield types.Text(length)
        yield types.Blob(length)
    yield types.Text()
    if isinstance(like, sa.Numeric) and like.precision:
        yield types.Exact(like.precision, like.scale or 0)
    yield from (sa.SmallInteger(), sa.BigInteger(), sa.Integer(), sa.Double())
    yield from (sa.Boolean(), sa.Date(), types.TimeOfDay, types.Instant())
    yield from (types.Json(), types.Packed(object), types.Blob(_LARGE))


def default_of(column: sa.Column[Any], dialect: sa.Dialect) -> str | None:
    """Return what the database fills into a column, however it is written; None if nothing."""
    default = column.server_default
    if not isinstance(default, sa.DefaultClause):
        return None
    text = default.arg
    if isinstance(text, str):
        return text
    written = str(text.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    if written.startswith("nextval("):
        return None
    written = re.sub(r"::[\w ]+(\(\d+\))?$", "", written.strip())
    if quoted := literals(written):
        return quoted[0]
    bare = written.strip("()").lower()
    bare = {"true": "1", "false": "0"}.get(bare, bare)
    return f"{float(bare):.15g}" if _NUMBER.fullmatch(bare) else written
