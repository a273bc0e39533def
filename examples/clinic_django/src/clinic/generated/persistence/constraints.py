# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What tables say of their columns where Django has no words for it."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# On a line of its own: tools read the text of SQLite's tables line by line.
_INLINE = (
    "\nCONSTRAINT {name} FOREIGN KEY ({columns}) "
    "REFERENCES {table} ({targets}) ON DELETE {on_delete}\n"
)


class Index(models.Index):
    """An index whose name is as long as the databases of this service allow."""

    max_name_length = 63


class ForeignKeyConstraint(models.BaseConstraint):
    """A foreign key of any number of columns, with a name and with what the database does on delete.

    Django makes a foreign key of one column, names it by itself, and acts on a delete in Python.
    """

    def __init__(
        self,
        *,
        name: str,
        columns: Sequence[str],
        table: str,
        targets: Sequence[str],
        on_delete: str,
    ) -> None:
        super().__init__(name=name)
        self.columns = tuple(columns)
        self.table = table
        self.targets = tuple(targets)
        self.on_delete = on_delete

    def constraint_sql(
        self,
        model: type[models.Model] | None,
        schema_editor: BaseDatabaseSchemaEditor | None,
    ) -> str:
        """Return the constraint as a part of its table."""
        quoted = _editor(schema_editor).quote_name
        return _INLINE.format(
            name=quoted(self.name),
            columns=", ".join(map(quoted, self.columns)),
            table=quoted(self.table),
            targets=", ".join(map(quoted, self.targets)),
            on_delete=self.on_delete,
        )

    def create_sql(
        self,
        model: type[models.Model] | None,
        schema_editor: BaseDatabaseSchemaEditor | None,
    ) -> str:
        """Return the statement that adds it to its table."""
        constraint = self.constraint_sql(model, schema_editor)
        return f"ALTER TABLE {_table(model, schema_editor)} ADD {constraint}"

    def remove_sql(
        self,
        model: type[models.Model] | None,
        schema_editor: BaseDatabaseSchemaEditor | None,
    ) -> str:
        """Return the statement that removes it."""
        editor = _editor(schema_editor)
        kind = "FOREIGN KEY" if editor.connection.vendor == "mysql" else "CONSTRAINT"
        name = editor.quote_name(self.name)
        return f"ALTER TABLE {_table(model, editor)} DROP {kind} {name}"

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: set[str] | None = None,
        using: str = "default",
    ) -> None:
        """Leave it to the field of the reference to look for what it names."""

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return what a migration writes."""
        path, arguments, words = super().deconstruct()
        own = {
            "columns": self.columns,
            "table": self.table,
            "targets": self.targets,
            "on_delete": self.on_delete,
        }
        return path, arguments, {**words, **own}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ForeignKeyConstraint):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.columns, self.table, self.targets))


def _editor(given: BaseDatabaseSchemaEditor | None) -> BaseDatabaseSchemaEditor:
    if given is None:
        raise ValueError("a constraint is written for a database")
    return given


def _table(
    model: type[models.Model] | None, editor: BaseDatabaseSchemaEditor | None
) -> str:
    if model is None:
        raise ValueError("a constraint is one of a table")
    return _editor(editor).quote_name(model._meta.db_table)
