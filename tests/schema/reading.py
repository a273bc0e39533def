"""The schema of a database as plain facts: `shop_order/columns/total/type` is `numeric(12,2)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Inspector, create_engine, inspect, make_url, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.databases import Database, Kind

Facts = dict[str, str]

_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "mariadb": "mysql+pymysql"}
# What migrations themselves keep is no part of a schema.
_BOOKKEEPING = {"alembic_version", "django_migrations"}
_TYPES: Mapping[Kind, str] = {
    "postgresql": """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) || coalesce(' ' || l.collname, ''),
               coalesce(pg_get_expr(d.adbin, d.adrelid), '') || a.attidentity::text
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
        WHERE a.attnum > 0 AND NOT a.attisdropped""",
    "mariadb": """
        SELECT table_name, column_name, concat_ws(' ', column_type, collation_name),
               concat_ws(' ', column_default, extra)
        FROM information_schema.columns WHERE table_schema = database()""",
    "sqlite": """
        SELECT t.name, c.name, upper(c.type), coalesce(c.dflt_value, '')
        FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table'""",
}
_CHECKS = """
    SELECT table_name, constraint_name, check_clause
    FROM information_schema.check_constraints WHERE constraint_schema = database()"""
_LITERAL = re.compile(r"('(?:[^']|'')*')")
_CAST = re.compile(r"::[a-z_ ]+(\(\d+\))?(\[\])?")


def facts(database: Database) -> Facts:
    """Return everything that the schema of a database says, but for the order of its columns."""
    engine = create_engine(make_url(database.url).set(drivername=_DRIVERS[database.kind]))
    try:
        with engine.connect() as connection:
            return dict(sorted(_facts(connection, inspect(connection), database.kind)))
    finally:
        engine.dispose()


def normalised(condition: str) -> str:
    """Return a condition without what databases and drivers add to it: casts, quotes, blanks, capitals."""
    parts = _LITERAL.split(condition)
    for at in range(0, len(parts), 2):
        part = _CAST.sub("", parts[at].lower().translate({ord(char): None for char in '"`'}))
        parts[at] = re.sub(r"\s*([(),=\[\]])\s*", r"\1", " ".join(part.split()) if part.strip() else "")
    whole = "".join(parts)
    return re.sub(r"\((\w+)\)", r"\1", whole)


def _facts(connection: Connection, inspector: Inspector, kind: Kind) -> Iterator[tuple[str, str]]:
    tables = [name for name in inspector.get_table_names() if name not in _BOOKKEEPING]
    for table, column, type_, default in connection.execute(text(_TYPES[kind])):
        if table in tables:
            yield f"{table}/columns/{column}/type", type_
            yield f"{table}/columns/{column}/default", default
    if kind == "mariadb":
        for table, name, condition in connection.execute(text(_CHECKS)):
            if table in tables:
                yield f"{table}/checks/{name}", normalised(condition)
    for table in tables:
        yield from _of_table(inspector, table, checks=kind != "mariadb")


def _of_table(inspector: Inspector, table: str, *, checks: bool) -> Iterator[tuple[str, str]]:
    for column in inspector.get_columns(table):
        yield f"{table}/columns/{column['name']}/nullable", str(column["nullable"])
    key = inspector.get_pk_constraint(table)
    yield f"{table}/key", f"{key.get('name') or ''}({', '.join(key['constrained_columns'])})"
    for foreign in inspector.get_foreign_keys(table):
        there = f"{foreign['referred_table']}({', '.join(foreign['referred_columns'])})"
        options = " ".join(f"{word}={value}" for word, value in sorted(foreign.get("options", {}).items()))
        mine = ", ".join(foreign["constrained_columns"])
        yield f"{table}/foreign/{foreign['name']}", f"({mine}) to {there} {options}"
    unique = inspector.get_unique_constraints(table)
    for constraint in unique:
        yield f"{table}/unique/{constraint['name']}", ", ".join(constraint["column_names"])
    if checks:
        for check in inspector.get_check_constraints(table):
            yield f"{table}/checks/{check['name']}", normalised(check["sqltext"])
    for index in inspector.get_indexes(table):
        # What keeps a constraint is that constraint.
        if index["name"] not in {constraint["name"] for constraint in unique}:
            yield f"{table}/indexes/{index['name']}", _index(index)


def _index(index: Mapping[str, Any]) -> str:
    order = index.get("column_sorting", {})
    parts = [f"{name} {' '.join(order.get(name, ()))}".strip() for name in index["column_names"]]
    where = [f"{word}={value}" for word, value in sorted(index.get("dialect_options", {}).items()) if value]
    return " ".join([f"{'unique ' if index['unique'] else ''}({', '.join(parts)})", *where])
