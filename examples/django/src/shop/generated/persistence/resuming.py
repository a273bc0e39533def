# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Operations that look whether they were done: some databases keep each statement of what is broken off."""

import copy
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class Once:
    """An operation that is left out where the database shows that it was done."""

    def __init__(self, operation: Any) -> None:
        self._operation = operation

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operation, name)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do it, unless it was done."""
        given = (app_label, schema_editor, from_state, to_state)
        if not _is_done(self._operation, *given):
            self._operation.database_forwards(*given)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo it; what it has added is removed as it is."""
        one = self._operation
        if isinstance(one, migrations.AddIndex | migrations.AddConstraint):
            _remove(one, app_label, schema_editor, from_state)
        else:
            one.database_backwards(app_label, schema_editor, from_state, to_state)


def _is_done(
    one: Any,
    label: str,
    editor: BaseDatabaseSchemaEditor,
    before: ProjectState,
    after: ProjectState,
) -> bool:
    name = getattr(one, "model_name", None)
    if name is not None and _table(before, label, name) not in tables_of(editor):
        # What renames or drops the table comes behind this, and was done.
        return True
    match one:
        case migrations.CreateModel():
            return _is_made(one, label, editor, after)
        case migrations.DeleteModel():
            return _table(before, label, one.name) not in tables_of(editor)
        case migrations.AlterModelTable():
            return _table(before, label, one.name) not in tables_of(editor)
        case migrations.AddField():
            return _is_added(one, label, editor, after)
        case migrations.RemoveField():
            field = _field(before, label, one.model_name, one.name)
            return field.column not in _columns(before, label, one.model_name, editor)
        case migrations.RenameField():
            field = _field(before, label, one.model_name, one.old_name)
            return field.column not in _columns(before, label, one.model_name, editor)
        case migrations.AlterField():
            return _is_moved(one, label, editor, before, after)
        case migrations.AddIndex():
            return one.index.name in _parts(before, label, one.model_name, editor)
        case migrations.AddConstraint():
            return one.constraint.name in _parts(before, label, one.model_name, editor)
        case migrations.RemoveIndex() | migrations.RemoveConstraint():
            if one.name in _parts(before, label, one.model_name, editor):
                _remove(one, label, editor, before)
            return True
    return False


def _is_made(
    one: Any, label: str, editor: BaseDatabaseSchemaEditor, after: ProjectState
) -> bool:
    """Whether a table is there; its indexes come one by one behind it."""
    if _table(after, label, one.name) not in tables_of(editor):
        return False
    model = after.apps.get_model(label, one.name)
    there = _parts(after, label, one.name, editor)
    for index in model._meta.indexes:
        if index.name not in there:
            editor.add_index(model, index)
    return True


def _remove(
    one: Any, label: str, editor: BaseDatabaseSchemaEditor, before: ProjectState
) -> None:
    """Remove an index or a constraint; Django would first add an index for a foreign key that is gone."""
    state = before.models[label, one.model_name_lower]
    part: Any
    match one:
        case migrations.AddIndex():
            part = one.index
        case migrations.AddConstraint():
            part = one.constraint
        case migrations.RemoveIndex():
            part = state.get_index_by_name(one.name)
        case _:
            part = state.get_constraint_by_name(one.name)
    model = before.apps.get_model(label, one.model_name)
    editor.execute(part.remove_sql(model, editor), None)


def _is_added(
    one: Any, label: str, editor: BaseDatabaseSchemaEditor, after: ProjectState
) -> bool:
    field = _field(after, label, one.model_name, one.name)
    there = _columns(after, label, one.model_name, editor)
    if field.column is None or field.column not in there:
        return False
    if not field.has_db_default():
        quoted = editor.quote_name
        table, column = (
            quoted(_table(after, label, one.model_name)),
            quoted(field.column),
        )
        # What filled the rows is no part of the schema.
        editor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP DEFAULT")
    return True


def _is_moved(
    one: Any,
    label: str,
    editor: BaseDatabaseSchemaEditor,
    before: ProjectState,
    after: ProjectState,
) -> bool:
    """Finish what renames a column and alters it; to alter it twice does no harm."""
    old = _field(before, label, one.model_name, one.name)
    new = _field(after, label, one.model_name, one.name)
    there = _columns(before, label, one.model_name, editor)
    if old.column == new.column or old.column in there:
        return False
    moved = copy.copy(old)
    moved.column = new.column
    editor.alter_field(before.apps.get_model(label, one.model_name), moved, new)
    return True


def _field(state: ProjectState, label: str, model: str, name: str) -> Any:
    return state.apps.get_model(label, model)._meta.get_field(name)


def _table(state: ProjectState, label: str, model: str) -> str:
    return str(state.apps.get_model(label, model)._meta.db_table)


def tables_of(editor: BaseDatabaseSchemaEditor) -> set[str]:
    """Return the tables that are there."""
    return set(editor.connection.introspection.table_names())


def _columns(
    state: ProjectState, label: str, model: str, editor: BaseDatabaseSchemaEditor
) -> set[str | None]:
    """Return the columns that are there; None is that of a field without one."""
    connection, table = editor.connection, _table(state, label, model)
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return {None, *(column.name for column in described)}


def _parts(
    state: ProjectState, label: str, model: str, editor: BaseDatabaseSchemaEditor
) -> set[str]:
    connection, table = editor.connection, _table(state, label, model)
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, table))
