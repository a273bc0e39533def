# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""How a migration is applied: again, where it was broken off, and with leave, where it loses rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ClassVar

from django.core.management.base import CommandError
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

from .operations import ForbidValues
from .resuming import Once, tables_of

ALLOWED: ContextVar[bool] = ContextVar("destructive migrations are allowed")


class DestructiveError(CommandError):
    """A migration would remove what rows hold, and nobody has said that it may."""


class Migration(migrations.Migration):
    """A migration that can be run again, and that asks before it loses what rows hold.

    `destructive` names what it removes.
    """

    destructive: ClassVar[Sequence[str]] = ()

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,
    ) -> ProjectState:
        """Do what is not done yet; DestructiveError if rows would be lost without leave."""
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        if self.destructive and not ALLOWED.get(False):
            self._refuse(project_state, schema_editor)
        with self._once(schema_editor):
            state = super().apply(project_state, schema_editor, collect_sql)
        # Now, so that the record of this migration is a part of its transaction.
        for statement in schema_editor.deferred_sql:
            schema_editor.execute(statement, None)
        schema_editor.deferred_sql.clear()
        return state

    def unapply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,
    ) -> ProjectState:
        """Undo it."""
        if collect_sql:
            return super().unapply(project_state, schema_editor, collect_sql)
        with self._once(schema_editor):
            return super().unapply(project_state, schema_editor, collect_sql)

    @contextmanager
    def _once(self, editor: BaseDatabaseSchemaEditor) -> Iterator[None]:
        every = self.operations
        if not editor.connection.features.can_rollback_ddl:
            self.operations = [Once(one) for one in every]  # type: ignore[misc]
        try:
            yield
        finally:
            self.operations = every  # type: ignore[misc]

    def _refuse(self, state: ProjectState, editor: BaseDatabaseSchemaEditor) -> None:
        there = tables_of(editor)
        names = {
            getattr(one, _SUBJECTS.get(type(one), ""), "") for one in self.operations
        }
        for name in sorted(names - {""}):
            model = state.apps.get_model(self.app_label, name)
            rows = model._default_manager.using(editor.connection.alias)
            if model._meta.db_table in there and rows.exists():
                raise DestructiveError(
                    f"{self.app_label}.{self.name} stops here, because it removes"
                    f" {', '.join(self.destructive)}."
                )


_SUBJECTS: dict[type, str] = {
    migrations.DeleteModel: "name",
    migrations.RemoveField: "model_name",
    ForbidValues: "model_name",
}
