# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What `makemigrations` finds: renames first, then what is new, then what is dropped."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import migrations, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.operations.base import Operation
from django.db.migrations.optimizer import MigrationOptimizer
from django.db.migrations.state import ProjectState

from . import former, narrowing
from .dropping import destructive, forgotten, ordered
from .expanding import expanded
from .joining import begin, connect, joined
from .operations import AlterDigits, FillEach, Relax
from .renaming import Renaming
from .states import LABELS, column_of, kind_of
from .types import Exact

_Changes = dict[str, list[Any]]


class Autodetector(MigrationAutodetector):
    """Django's own, for two steps: to all that is new, and from there to what is dropped.

    It asks nothing about the model's tables: the model says what was renamed, and what rows get.
    """

    def _detect_changes(
        self,
        convert_apps: Iterable[str] | None = None,
        graph: MigrationGraph | None = None,
    ) -> _Changes:
        before, after, asked = self.from_state, self.to_state, self.questioner
        self._after = after
        self.questioner = _Answers(asked, after)  # type: ignore[assignment]
        renamed = Renaming(before, after)
        narrowing.refuse(renamed.state, after)
        between = expanded(renamed.state, after, renamed.values)
        made = self._found(renamed.state, between, convert_apps, graph)
        begin(made, renamed.operations)
        state, early = forgotten(between, after)
        lost = self._found(state, after, convert_apps, graph)
        begin(lost, early)
        for label, found in lost.items():
            for migration in found:
                migration.operations = ordered(label, migration.operations, state)
                migration.destructive = destructive(label, migration, state)
        for label, sentence in narrowing.notes(renamed.state, between):
            for migration in made.get(label, ())[:1]:
                migration.notes = [*getattr(migration, "notes", ()), sentence]
        self.from_state, self.to_state, self.questioner = before, after, asked
        self.migrations = joined(made, lost)
        connect(self.migrations, after, graph)
        return self.migrations

    def arrange_for_graph(
        self,
        changes: _Changes,
        graph: MigrationGraph,
        migration_name: str | None = None,
    ) -> _Changes:
        """Name the migrations; the one that drops says so, where there is another."""
        arranged: _Changes = super().arrange_for_graph(changes, graph, migration_name)
        names = {}
        for label, found in arranged.items():
            for migration in found[1:]:
                if getattr(migration, "destructive", ()):
                    name = f"{migration.name}_drops"
                    names[label, migration.name] = (label, name)
                    migration.name = name
        for found in arranged.values():
            for migration in found:
                behind = [
                    names.get((one[0], one[1]), one) for one in migration.dependencies
                ]
                migration.dependencies = behind
        return arranged

    def add_operation(
        self,
        app_label: str,
        operation: Any,
        dependencies: Any = None,
        beginning: bool = False,
    ) -> None:
        """Note an operation; what rows get in its column is what the model says."""
        if app_label in LABELS and isinstance(
            operation, migrations.AddField | migrations.AlterField
        ):
            if not operation.preserve_default:
                model = self.to_state.models[app_label, operation.model_name_lower]
                column = column_of(operation.name, operation.field) or operation.name
                operation.field.default = former.FILLED[model.options["db_table"]][
                    column
                ]
            operation = self._altered(app_label, operation)
        super().add_operation(app_label, operation, dependencies, beginning)
        is_added = isinstance(operation, migrations.AddField)
        if app_label in LABELS and is_added and _is_for_each(operation.field):
            filled = FillEach(operation.model_name_lower, operation.name)
            super().add_operation(app_label, filled, dependencies)

    def _altered(self, label: str, operation: Any) -> Any:
        """Return an operation that knows what becomes of rows, where it alters a column."""
        if not isinstance(operation, migrations.AlterField):
            return operation
        key, name = (label, operation.model_name_lower), operation.name
        given = (operation.model_name, name, operation.field)
        if name not in self._after.models[key].fields:
            return Relax(*given)
        known, field = self.from_state.models[key].fields[name], operation.field
        if not isinstance(field, Exact) or kind_of(known)[2:] == kind_of(field)[2:]:
            return operation
        return AlterDigits(*given, operation.preserve_default)

    def _found(
        self,
        before: ProjectState,
        after: ProjectState,
        convert_apps: Iterable[str] | None,
        graph: MigrationGraph | None,
    ) -> _Changes:
        self.from_state, self.to_state = before.clone(), after.clone()
        found: _Changes = super()._detect_changes(convert_apps, graph)  # type: ignore[misc]
        return found

    def _optimize_migrations(self) -> None:
        """Leave the model's operations apart: each is done at once, or not at all."""
        apart = [
            (migration, migration.operations)
            for label in LABELS & set(self.migrations)
            for migration in self.migrations[label]
        ]
        super()._optimize_migrations()  # type: ignore[misc]
        for migration, given in apart:
            migration.operations = _made(given, migration.app_label)


class _Answers:
    """Answers for the model's tables; whatever else there is, is asked."""

    def __init__(self, asked: Any, state: ProjectState) -> None:
        self._asked = asked
        ours = [
            (key[1], model) for key, model in state.models.items() if key[0] in LABELS
        ]
        self._known = {(name, field) for name, model in ours for field in model.fields}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._asked, name)

    def ask_not_null_addition(self, field_name: str, model_name: str) -> Any:
        """Return what stands for the value, which the operation gets later."""
        if (model_name, field_name) in self._known:
            return None
        return self._asked.ask_not_null_addition(field_name, model_name)

    def ask_not_null_alteration(self, field_name: str, model_name: str) -> Any:
        """Return what stands for the value, which the operation gets later."""
        if (model_name, field_name) in self._known:
            return None
        return self._asked.ask_not_null_alteration(field_name, model_name)


def _is_for_each(field: Any) -> bool:
    """Whether each row needs a value of its own in a new column."""
    return isinstance(field, models.UUIDField) and callable(field.default)


def _made(given: Sequence[Operation], label: str) -> list[Operation]:
    """Return the operations with new tables first, each with all its columns."""
    names = {one.name_lower for one in given if isinstance(one, migrations.CreateModel)}
    new: list[Operation] = [
        one
        for one in given
        if isinstance(one, migrations.CreateModel)
        or (isinstance(one, migrations.AddField) and one.model_name_lower in names)
    ]
    rest = [one for one in given if one not in new]
    return [*MigrationOptimizer().optimize(new, label), *rest]
