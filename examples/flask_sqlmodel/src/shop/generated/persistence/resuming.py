# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What Alembic does on each database: names that follow, and steps that may be done again.

MySQL and MariaDB have no transactions around changes of a schema. A migration that was killed there runs
again from its start, so each step looks first whether it has been done.
"""

from typing import Any

import sqlalchemy as sa
from alembic.ddl.mysql import MySQLImpl
from alembic.ddl.postgresql import PostgresqlImpl
from alembic.ddl.sqlite import SQLiteImpl


class _SQLite(SQLiteImpl):
    """SQLite, in the transaction that `run_in_transaction` begins."""

    __dialect__ = "sqlite"
    transactional_ddl = True


class _PostgreSQL(PostgresqlImpl):
    """PostgreSQL, where what it has named by itself follows, as in a database that is made new."""

    __dialect__ = "postgresql"

    def rename_table(
        self, old_table_name: str, new_table_name: Any, schema: Any = None
    ) -> None:
        """Rename a table, the constraint of its key, and its sequences."""
        super().rename_table(old_table_name, new_table_name, schema)
        if self.connection is None:
            return
        there = sa.inspect(self.connection)
        key = there.get_pk_constraint(new_table_name)["name"]
        if key == f"{old_table_name}_pkey":
            self._say("ALTER INDEX {} RENAME TO {}", key, f"{new_table_name}_pkey")
        for column in there.get_columns(new_table_name):
            self._follow(new_table_name, column["name"])

    def alter_column(self, table_name: str, column_name: str, **given: Any) -> None:
        """Alter a column, converting its values; its sequence follows its name."""
        type_ = given.get("type_")
        if type_ is not None and not isinstance(_plain(type_), sa.String):
            written = sa.types.to_instance(type_).compile(self.dialect)
            given.setdefault(
                "postgresql_using", f"{self._quoted(column_name)}::{written}"
            )
        super().alter_column(table_name, column_name, **given)
        if given.get("name") is not None:
            self._follow(table_name, given["name"])

    def _follow(self, table: str, column: str) -> None:
        if self.connection is None:
            return
        asked = sa.text("SELECT pg_get_serial_sequence(:table, :column)")
        names = {"table": self._quoted(table), "column": column}
        found = self.connection.scalar(asked, names)
        wanted = f"{table}_{column}_seq"
        if found is not None and found.rpartition(".")[2].strip('"') != wanted:
            self._exec(
                sa.text(f"ALTER SEQUENCE {found} RENAME TO {self._quoted(wanted)}")
            )

    def _say(self, statement: str, *names: str) -> None:
        self._exec(sa.text(statement.format(*map(self._quoted, names))))

    def _quoted(self, name: str) -> str:
        return self.dialect.identifier_preparer.quote(name)


class _MySQL(MySQLImpl):
    """MySQL and MariaDB, where a step that has been done is left out."""

    __dialect__ = "mysql"

    def create_table(self, table: sa.Table, **given: Any) -> None:
        """Create a table that is not there."""
        if not self._there(table.name):
            super().create_table(table, **given)

    def drop_table(self, table: sa.Table, **given: Any) -> None:
        """Drop a table that is there."""
        if self._there(table.name, otherwise=True):
            super().drop_table(table, **given)

    def rename_table(
        self, old_table_name: str, new_table_name: Any, schema: Any = None
    ) -> None:
        """Rename a table that has its former name."""
        if self._there(old_table_name, otherwise=True):
            super().rename_table(old_table_name, new_table_name, schema)

    def add_column(self, table_name: str, column: sa.Column[Any], **given: Any) -> None:
        """Add a column that is not there."""
        if not self._has(table_name, column.name):
            super().add_column(table_name, column, **given)

    def drop_column(
        self, table_name: str, column: sa.Column[Any], **given: Any
    ) -> None:
        """Drop a column that is there."""
        if self._has(table_name, column.name, otherwise=True):
            super().drop_column(table_name, column, **given)

    def alter_column(self, table_name: str, column_name: str, **given: Any) -> None:
        """Alter a column; a new name alone keeps all else as it is."""
        # `is`, because a default may be a clause, which `==` makes another one of.
        unsaid = {name for name, one in given.items() if one is None or one is False}
        if set(given) - unsaid == {"name"}:
            if self._has(table_name, column_name, otherwise=True):
                quote = self.dialect.identifier_preparer.quote
                names = map(quote, (table_name, column_name, given["name"]))
                self._exec(
                    sa.text("ALTER TABLE {} RENAME COLUMN {} TO {}".format(*names))
                )
            return
        super().alter_column(table_name, column_name, **given)

    def add_constraint(self, const: Any, **given: Any) -> None:
        """Add a constraint that is not there."""
        if const.name is None or const.name not in self._constraints(const.table.name):
            super().add_constraint(const, **given)

    def drop_constraint(self, const: sa.Constraint, **given: Any) -> None:
        """Drop a constraint that is there, and the index that a foreign key has made for itself."""
        name, table = str(const.name), const.table.name
        if self.connection is None or name in self._constraints(table):
            super().drop_constraint(const, **given)
        if isinstance(const, sa.ForeignKeyConstraint) and name in self._indexes(table):
            quote = self.dialect.identifier_preparer.quote
            self._exec(sa.text(f"DROP INDEX {quote(name)} ON {quote(table)}"))

    def create_index(self, index: sa.Index, **given: Any) -> None:
        """Create an index that is not there."""
        if index.table is None or index.name not in self._indexes(index.table.name):
            super().create_index(index, **given)

    def drop_index(self, index: sa.Index, **given: Any) -> None:
        """Drop an index that is there."""
        table = index.table
        if (
            table is None
            or self.connection is None
            or index.name in self._indexes(table.name)
        ):
            super().drop_index(index, **given)

    def _there(self, table: str, *, otherwise: bool = False) -> bool:
        """Whether a table is there; `otherwise` where nobody can look."""
        if self.connection is None:
            return otherwise
        return sa.inspect(self.connection).has_table(table)

    def _has(self, table: str, column: str, *, otherwise: bool = False) -> bool:
        if self.connection is None:
            return otherwise
        return column in {
            one["name"] for one in sa.inspect(self.connection).get_columns(table)
        }

    def _indexes(self, table: str) -> set[str | None]:
        if self.connection is None:
            return set()
        return {one["name"] for one in sa.inspect(self.connection).get_indexes(table)}

    def _constraints(self, table: str) -> set[str | None]:
        if self.connection is None:
            return set()
        there = sa.inspect(self.connection)
        foreign = {one["name"] for one in there.get_foreign_keys(table)}
        unique = {one["name"] for one in there.get_unique_constraints(table)}
        return (
            foreign
            | unique
            | {one["name"] for one in there.get_check_constraints(table)}
        )


def _plain(type_: Any) -> Any:
    known = sa.types.to_instance(type_)
    return known.impl if isinstance(known, sa.types.TypeDecorator) else known
