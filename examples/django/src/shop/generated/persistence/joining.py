# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Migrations of several steps, one behind the other."""

from collections.abc import Mapping
from typing import Any

from django.db import migrations
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from .operations import RenameHistory
from .states import LABELS
from .types import ForeignKeyConstraint

_Changes = dict[str, list[Any]]


def begin(changes: _Changes, operations: Mapping[str, list[Operation]]) -> None:
    """Let the first migration of each application begin with operations."""
    for label, given in operations.items():
        if label not in changes:
            changes[label] = [migrations.Migration("auto_1", label)]
            changes[label][0].operations = []
        first = changes[label][0]
        first.operations = [*given, *first.operations]


def joined(made: _Changes, lost: _Changes) -> _Changes:
    """Put the second step behind the first, of all applications: a drop that waits keeps up nothing else."""
    names = {}
    first = {label: found[-1].name for label, found in made.items()}
    every = {label: list(found) for label, found in made.items()}
    for label, found in lost.items():
        before = every.setdefault(label, [])
        shift = len(before)
        for number, migration in enumerate(found, start=1):
            name = f"auto_{shift + number}"
            names[label, migration.name] = (label, name)
            migration.name = name
    for label, found in lost.items():
        for migration in found:
            behind = [
                names.get((one[0], one[1]), one) for one in migration.dependencies
            ]
            before = every[label]
            own = [(label, before[-1].name)] if before else []
            others = [one for one in first.items() if one[0] != label]
            migration.dependencies = sorted({*behind, *own, *others})
            before.append(migration)
    return every


def connect(
    changes: _Changes, after: ProjectState, graph: MigrationGraph | None
) -> None:
    """Put each migration behind those of other applications whose tables it speaks of."""
    homes = {
        model.options.get("db_table"): label
        for (label, _), model in after.models.items()
        if label in LABELS
    }
    for label, found in changes.items():
        for migration in found:
            needed = {
                home for one in migration.operations for home in _homes(one, homes)
            }
            for other in sorted(needed - {label}):
                if other in changes:
                    last = next(
                        (one for one in reversed(changes[other]) if not _drops(one)),
                        None,
                    )
                    if last is not None and all(
                        one[0] != label for one in last.dependencies
                    ):
                        migration.dependencies.append((other, last.name))
                elif graph is not None:
                    migration.dependencies += graph.leaf_nodes(other)[:1]


def _homes(one: Operation, homes: Mapping[str, str]) -> list[str]:
    if isinstance(one, RenameHistory):
        return ["service"]
    if isinstance(one, migrations.AddConstraint):
        constraint = one.constraint
        if isinstance(constraint, ForeignKeyConstraint):
            return [homes[constraint.table]]
    return []


def _drops(migration: Any) -> bool:
    return bool(getattr(migration, "destructive", ()))
