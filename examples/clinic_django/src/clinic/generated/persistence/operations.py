# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Operations of migrations beside Django's own: rows and names that follow a change of the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models.functions import Concat, Substr

_LONGEST = 63
_KEY = (
    "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'p'"
)
_COUNTER = (
    "SELECT relname FROM pg_class WHERE oid = pg_get_serial_sequence(%s, %s)::regclass"
)


class RenameField(migrations.RenameField):
    """Rename a field, and what a composite key calls it.

    Django's own writes the new name into references and keys of the states before, too, and could not go back.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Rename it in fields of this state alone; a key names the columns of references."""
        for model in state.models.values():
            for name, field in model.fields.items():
                if field.is_relation or isinstance(field, models.CompositePrimaryKey):
                    model.fields[name] = field.clone()
        ids = {f"{self.old_name}_id": f"{self.new_name}_id"}
        mine: list[Any] = [
            *state.models[app_label, self.model_name_lower].fields.values()
        ]
        for field in mine:
            if names := getattr(field, "field_names", None):
                field.field_names = tuple(ids.get(name, name) for name in names)
        super().state_forwards(app_label, state)


class AlterDigits(migrations.AlterField):
    """Alter a decimal; SQLite keeps the long ones as text, so it gets every value anew."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Alter the column, and write its values."""
        is_kept = schema_editor.connection.vendor != "sqlite"
        before = _Tables(app_label, schema_editor, from_state).rows(self.model_name)
        values = [] if is_kept else list(before.values_list("pk", self.name))
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        after = _Tables(app_label, schema_editor, to_state).rows(self.model_name)
        for key, value in values:
            after.filter(pk=key).update(**{self.name: value})


class Relax(migrations.AlterField):
    """Let a column that will be dropped be empty; on the way back it stays so, for it is empty then."""

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables of an application in a state, and what works on them."""

    label: str
    editor: BaseDatabaseSchemaEditor
    state: ProjectState

    def rows(self, name: str, label: str = "") -> Any:
        """Return the rows of a model, in no order."""
        model = self.state.apps.get_model(label or self.label, name)
        return model._default_manager.using(self.editor.connection.alias).order_by()


class _Rows(Operation):
    """What leaves the models as they are. By default nothing is to be done backwards."""

    reduces_to_sql = False

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do it."""
        self.forwards(_Tables(app_label, schema_editor, to_state))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo it."""
        self.backwards(_Tables(app_label, schema_editor, to_state))

    def forwards(self, tables: _Tables) -> None:
        """Do it."""
        raise NotImplementedError

    def backwards(self, tables: _Tables) -> None:
        """Undo it."""


class RenameKey(_Rows):
    """Call a key and its counter as PostgreSQL calls those of a table that is made with its name.

    It stands behind what renames the table or its columns, and once more before that, for the way `back`.
    """

    def __init__(self, model_name: str, back: bool = False) -> None:
        self.model_name, self.back = model_name, back

    def forwards(self, tables: _Tables) -> None:
        """Do it behind the renames."""
        if not self.back:
            self._rename(tables)

    def backwards(self, tables: _Tables) -> None:
        """Do it where the renames have been taken back."""
        if self.back:
            self._rename(tables)

    def _rename(self, tables: _Tables) -> None:
        if tables.editor.connection.vendor != "postgresql":
            return
        meta = tables.rows(self.model_name).model._meta
        table, quoted = meta.db_table, tables.editor.quote_name
        with tables.editor.connection.cursor() as cursor:
            cursor.execute(_KEY, [quoted(table)])
            names = [("INDEX", name, f"{table}_pkey") for (name,) in cursor.fetchall()]
            for column in [field.column for field in meta.local_concrete_fields]:
                cursor.execute(_COUNTER, [quoted(table), column])
                found = cursor.fetchall()
                names += [
                    ("SEQUENCE", name, f"{table}_{column}_seq") for (name,) in found
                ]
        for kind, before, after in names:
            if before != after and len(after) <= _LONGEST:
                statement = f"ALTER {kind} {quoted(before)} RENAME TO {quoted(after)}"
                tables.editor.execute(statement)

    def describe(self) -> str:
        """Say of what."""
        way = ", on the way back" if self.back else ""
        return f"Rename the key of {self.model_name} as its table{way}"


class RenameValues(_Rows):
    """Give rows the new names of an enum's values, or of states."""

    def __init__(self, model_name: str, field: str, values: Mapping[str, str]) -> None:
        self.model_name, self.field, self.values = model_name, field, values

    def forwards(self, tables: _Tables) -> None:
        """Write the new names."""
        self._write(tables, self.values)

    def backwards(self, tables: _Tables) -> None:
        """Write the former names."""
        self._write(tables, _turned(self.values))

    def describe(self) -> str:
        """Say what is renamed."""
        pairs = ", ".join(f"{one} to {other}" for one, other in self.values.items())
        return f"Rename values of {self.model_name}.{self.field}: {pairs}"

    def _write(self, tables: _Tables, values: Mapping[str, str]) -> None:
        rows = tables.rows(self.model_name)
        for before, after in values.items():
            rows.filter(**{self.field: before}).update(**{self.field: after})


class RenameHistory(_Rows):
    """Let history and events speak of an object, and of its states, by their new names."""

    def __init__(self, before: str, after: str, states: Mapping[str, str]) -> None:
        self.before, self.after, self.states = before, after, states

    def forwards(self, tables: _Tables) -> None:
        """Write the new names."""
        self._write(tables, self.before, self.after, self.states)

    def backwards(self, tables: _Tables) -> None:
        """Write the former names."""
        self._write(tables, self.after, self.before, _turned(self.states))

    def describe(self) -> str:
        """Say of what."""
        return f"Rename in the history of {self.after}"

    def _write(
        self, tables: _Tables, before: str, after: str, states: Mapping[str, str]
    ) -> None:
        mine = tables.rows("HistoryRow", "service").filter(
            subject__startswith=f"{before}/"
        )
        for column in ("from_state", "to_state"):
            for old, new in states.items():
                mine.filter(**{column: old}).update(**{column: new})
        if before == after:
            return
        subject = Concat(models.Value(after), Substr("subject", len(before) + 1))
        for name in ("HistoryRow", "OutboxRow"):
            rows = tables.rows(name, "service").filter(subject__startswith=f"{before}/")
            rows.update(subject=subject)


class FillEach(_Rows):
    """Give each row a value of its own in a new column, from the default of the field."""

    def __init__(self, model_name: str, field: str) -> None:
        self.model_name, self.field = model_name, field

    def forwards(self, tables: _Tables) -> None:
        """Write the values."""
        rows = tables.rows(self.model_name)
        default = rows.model._meta.get_field(self.field).get_default
        for key in list(rows.values_list("pk", flat=True)):
            rows.filter(pk=key).update(**{self.field: default()})

    def describe(self) -> str:
        """Say which column."""
        return f"Fill {self.model_name}.{self.field}, a value for each row"


class ForbidValues(_Rows):
    """Refuse to go on while rows have a value that the model has no more."""

    def __init__(self, model_name: str, field: str, values: Sequence[str]) -> None:
        self.model_name, self.field, self.values = model_name, field, values

    def forwards(self, tables: _Tables) -> None:
        """Count the rows; CommandError if there are any."""
        rows = tables.rows(self.model_name)
        for value in self.values:
            if found := rows.filter(**{self.field: value}).count():
                where = f"{rows.model._meta.db_table}.{self.field}"
                raise CommandError(
                    f"{where} is {value!r}, which the model has no more, in rows: {found}."
                    " Give them another value first."
                )

    def describe(self) -> str:
        """Say what no row may have."""
        return f"Make sure that no {self.model_name}.{self.field} is {', '.join(self.values)}"


def _turned(values: Mapping[str, str]) -> dict[str, str]:
    return {after: before for before, after in values.items()}
