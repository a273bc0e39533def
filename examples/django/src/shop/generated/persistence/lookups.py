# Generated from ontology/. Edits are lost; put your code in shop/actions/.
# mypy: disable-error-code="type-arg"
"""Lookups that Django has otherwise, or only on some databases: of texts, lists and composite keys."""

import json
import re
from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, Lookup, Value
from django.db.models.sql.compiler import SQLCompiler

from .types import Items, String, Text

Sql = tuple[str, tuple[Any, ...]]


class Part(Lookup):
    """A part of a text, letter by letter: `%` and `_` are themselves, and case counts on every database."""

    prepare_rhs = False
    sqlite: str
    pattern: str

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Compare by a pattern, where that minds case."""
        column, parameters = self.process_lhs(compiler, connection)
        pattern = self.pattern.format(_escaped(self.rhs))
        return f"{column} LIKE %s ESCAPE '/'", (*parameters, pattern)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Compare by position: LIKE of SQLite ignores case."""
        column, parameters = self.process_lhs(compiler, connection)
        sql = self.sqlite.format(column=column)
        return sql, (*parameters, *self._sought())

    def _sought(self) -> tuple[Any, ...]:
        return (self.rhs,)


class Contains(Part):
    """The text stands somewhere in it."""

    lookup_name = "contains"
    sqlite = "INSTR({column}, %s) > 0"
    pattern = "%{}%"


class StartsWith(Part):
    """It begins with the text."""

    lookup_name = "startswith"
    sqlite = "SUBSTR({column}, 1, %s) = %s"
    pattern = "{}%"

    def _sought(self) -> tuple[Any, ...]:
        return (len(self.rhs), self.rhs)


class EndsWith(Part):
    """It ends with the text."""

    lookup_name = "endswith"
    sqlite = "SUBSTR({column}, LENGTH({column}) - %s) = %s"
    pattern = "%{}"

    def _sought(self) -> tuple[Any, ...]:
        return (len(self.rhs) - 1, self.rhs)


class ContainsInAnyCase(Part):
    """The text stands somewhere in it; only ASCII letters have a case, alike on every database."""

    lookup_name = "icontains"
    sqlite = "INSTR(LOWER({column}), LOWER(%s)) > 0"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Compare in lower case, which is ASCII's by the collation of the column."""
        column, parameters = self.process_lhs(compiler, connection)
        lower = "".join(
            letter.lower() if letter.isascii() else letter for letter in self.rhs
        )
        pattern = f"%{_escaped(lower)}%"
        return f"LOWER({column}) LIKE %s ESCAPE '/'", (*parameters, pattern)

    def as_mysql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Compare by a regular expression: LOWER() of MariaDB knows all alphabets."""
        column, parameters = self.process_lhs(compiler, connection)
        classes = (
            f"[{letter.lower()}{letter.upper()}]"
            if letter.isascii() and letter.isalpha()
            else re.sub(r"([^\w\s]|_)", r"\\\1", letter)
            for letter in self.rhs
        )
        return f"{column} REGEXP %s", (*parameters, "".join(classes))


class Has(Lookup):
    """A list has a value among its own."""

    lookup_name = "has"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Look at each value."""
        column, parameters = self.process_lhs(compiler, connection)
        value = int(self.rhs) if isinstance(self.rhs, bool) else self.rhs
        items = f"SELECT value FROM json_each({column})"  # noqa: S608 - the column is Django's
        return f"%s IN ({items})", (value, *parameters)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> Sql:
        """Ask whether the list contains a list of the value."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} @> %s::jsonb", (*parameters, json.dumps([self.rhs]))

    def as_mysql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Ask whether the list contains the value."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"JSON_CONTAINS({column}, %s)", (*parameters, json.dumps(self.rhs))


class Among(Expression):
    """Fields have, together, one of several groups of values; null is in none."""

    conditional = True

    def __init__(self, names: Sequence[str], groups: Sequence[Sequence[Any]]) -> None:
        super().__init__(output_field=BooleanField())
        self._fields: list[Any] = [F(name) for name in names]
        self._groups = groups

    def get_source_expressions(self) -> list[Any]:
        """Return the fields, which Django resolves."""
        return self._fields

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """Take the resolved fields."""
        self._fields = list(exprs)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, values: str = ""
    ) -> Sql:
        """Compare rows."""
        columns = [compiler.compile(one)[0] for one in self._fields]
        parameters: list[Any] = []
        for group in self._groups:
            for one, value in zip(self._fields, group, strict=True):
                parameters += compiler.compile(Value(value, one.output_field))[1]
        row = f"({', '.join(['%s'] * len(columns))})"
        rows = ", ".join([row] * len(self._groups))
        sql = f"({', '.join(columns)}) IN ({values}{rows})"
        # A comparison with null is neither true nor false, and so is its opposite.
        present = " AND ".join(f"{column} IS NOT NULL" for column in columns)
        return f"({present} AND {sql})", tuple(parameters)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Compare rows with a table of values."""
        return self.as_sql(compiler, connection, "VALUES ")


def _escaped(text: str) -> str:
    return re.sub(r"([/%_])", r"/\1", text)


for lookup in (Contains, StartsWith, EndsWith, ContainsInAnyCase):
    String.register_lookup(lookup)
    Text.register_lookup(lookup)
Items.register_lookup(Has)
