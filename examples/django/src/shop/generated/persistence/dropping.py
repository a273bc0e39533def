# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What a migration drops, in an order in which that can be done."""

from collections import defaultdict
from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from .expanding import lost_values
from .operations import ForbidValues
from .states import LABELS, column_of
from .types import ForeignKeyConstraint


def forgotten(
    between: ProjectState, after: ProjectState
) -> tuple[ProjectState, dict[str, list[Operation]]]:
    """Return what comes before all drops, and the state behind it.

    Foreign keys of tables that go are removed; values that go must be gone from the rows.
    """
    state, early = between.clone(), defaultdict[str, list[Operation]](list)
    for (label, name), model in between.models.items():
        if label not in LABELS:
            continue
        new = after.models.get((label, name))
        if new is not None:
            values = lost_values(model, new).items()
            early[label] += [ForbidValues(name, field, lost) for field, lost in values]
            continue
        for part in model.options.get("constraints", ()):
            if isinstance(part, ForeignKeyConstraint):
                operation = migrations.RemoveConstraint(name, part.name)
                operation.state_forwards(label, state)
                early[label].append(operation)
    return state, {label: found for label, found in early.items() if found}


def ordered(label: str, operations: list[Any], state: ProjectState) -> list[Operation]:
    """Return the operations with constraints and indexes removed first, and tables last and as wholes.

    Tables that refer come before those that they refer to.
    """
    gone = [one for one in operations if isinstance(one, migrations.DeleteModel)]
    names = {one.name_lower for one in gone}
    operations = sorted(operations, key=lambda one: _rank(label, one, state))
    kept = [
        one
        for one in operations
        if one not in gone and not (_is_column(one) and one.model_name_lower in names)
    ]
    waiting = {one.name_lower: one for one in gone}
    referred = {
        name: _targets(model) - {name}
        for (label, name), model in state.models.items()
        if label in LABELS
    }
    done: list[Operation] = []
    while waiting:
        free = [
            name
            for name in waiting
            if not any(name in referred[other] for other in waiting if other != name)
        ]
        # Around a ring, any is the first.
        name = (free or list(waiting))[0]
        done.append(waiting.pop(name))
    return [*kept, *done]


def destructive(
    label: str, migration: migrations.Migration, state: ProjectState
) -> list[str]:
    """Name what a migration drops."""
    named = []
    for one in migration.operations:
        if isinstance(one, migrations.DeleteModel):
            named.append(f"the table {_table(state, label, one.name_lower)}")
        elif isinstance(one, migrations.RemoveField):
            model = state.models[label, one.model_name_lower]
            column = column_of(one.name, model.fields[one.name])
            if column is not None:
                named.append(f"the column {model.options['db_table']}.{column}")
        elif isinstance(one, ForbidValues):
            table = _table(state, label, one.model_name)
            named += [
                f"the value {value!r} of {table}.{one.field}" for value in one.values
            ]
    return named


def _table(state: ProjectState, label: str, model: str) -> str:
    return str(state.models[label, model].options["db_table"])


def _rank(label: str, one: Any, state: ProjectState) -> int:
    """Return when an operation's turn is: databases want foreign keys gone before their indexes."""
    if isinstance(one, ForbidValues):
        return 0
    if isinstance(one, migrations.RemoveConstraint):
        model = state.models.get((label, one.model_name_lower))
        parts = model.options.get("constraints", ()) if model is not None else ()
        found = next((part for part in parts if part.name == one.name), None)
        return 1 if found is None or isinstance(found, ForeignKeyConstraint) else 2
    return 3 if isinstance(one, migrations.RemoveIndex) else 4


def _is_column(one: Any) -> bool:
    """Whether a field goes that goes with its table."""
    return isinstance(one, migrations.RemoveField)


def _targets(model: ModelState) -> set[str]:
    """Return the models that a model refers to, in lower case and without labels."""
    found = set()
    fields: list[Any] = list(model.fields.values())
    for field in fields:
        if field.is_relation:
            for end in (
                field.remote_field.model,
                getattr(field.remote_field, "through", None),
            ):
                if isinstance(end, str):
                    found.add(end.rpartition(".")[2].lower())
    return found
