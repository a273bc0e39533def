"""What the first migrations of an ontology print: exactly what its models are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.rendering.lines import broken
from stackwright.rendering.migrations import scheduled
from stackwright.rendering.python import py
from stackwright.rendering.views.django_names import label, named
from stackwright.rendering.views.django_tables import (
    join_of,
    joined,
    link_of,
    model_of,
    reference_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.ir import Field, Model, Object
    from stackwright.rendering.migrations import Step
    from stackwright.rendering.scope import Scope
    from stackwright.rendering.views.django_tables import ModelField, ModelView

_KNOWN = {
    "migrations": "from django.db import migrations",
    "models": "from django.db import models",
    "Decimal": "from decimal import Decimal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationView:
    """A migration: what it comes behind, and its operations."""

    title: str
    names: dict[str, str]
    dependencies: str
    operations: tuple[str, ...]


def migration_view(scope: Scope) -> MigrationView:
    """Describe a migration."""
    migration, model = scope.migration, scope.model
    behind = [(label(name), other) for name, other in migration.dependencies]
    return MigrationView(
        title=scope.ontology.title,
        names={
            **_KNOWN,
            "applying": f"from {scope.package}.generated.persistence import applying",
            "columns": f"from {scope.package}.generated.persistence import types as columns",
            "identifiers": f"from {scope.package}.generated.contract import identifiers",
        },
        dependencies=broken(f"    dependencies = {py(behind)}", 4),
        operations=tuple(line for step in migration.steps for line in _operations(model, step)),
    )


def _operations(model: Model, step: Step) -> Iterator[str]:
    one, field, name = step.object, step.field, py(named(model, step.object).model)
    if field is None:
        joins = {join_of(model, one, f).name for f in one.fields if f.many and joined(one, f)}
        yield _create(model_of(model, one), _missing(model, one, step.late), joins)
    elif step.kind == "refer":
        yield from _refer(model, one, field)
    elif step.kind == "link":
        yield _create(link_of(model, one, field), set(), set())
    elif joined(one, field):
        # The table is there; on SQLite Django would make that of the owner anew.
        added = _call("AddField", *_added(name, join_of(model, one, field)))
        yield _operation("SeparateDatabaseAndState", f"state_operations=[{added}]")


def _create(view: ModelView, late: set[str], joins: set[str]) -> str:
    fields = [f"({py(one.name)}, {one.plain})" for one in view.fields if one.name not in late | joins]
    options = [f"{py(name)}: {value}" for name, value in view.options]
    for name, parts in (("indexes", view.indexes), ("constraints", view.constraints)):
        texts = [part.text for part in parts if not part.fields & late]
        options += [f'"{name}": [{", ".join(texts)}]'] if texts else []
    return _operation(
        "CreateModel",
        f"name={py(view.name)}",
        f"fields=[{', '.join(fields)}]",
        f"options={{{', '.join(options)}}}",
    )


def _refer(model: Model, one: Object, field: Field) -> Iterator[str]:
    """Add a reference that had to wait, and what waited for it."""
    view, name = model_of(model, one), f"model_name={py(named(model, one).model)}"
    late = [known.field for known in _all_late(model) if known.object is one and known.field is not None]
    after = {known.name for known in late[late.index(field) + 1 :]}
    added = reference_of(model, one, field)
    own, still = {made.name for made in added}, _missing(model, one, after)
    for made in added:
        yield _operation("AddField", *_added(py(view.name), made))
    for kind, parts in (("index", view.indexes), ("constraint", view.constraints)):
        for part in parts:
            if part.fields & own and not part.fields & still:
                yield _operation(f"Add{kind.title()}", name, f"{kind}={part.text}")


def _missing(model: Model, one: Object, late: Iterable[str]) -> set[str]:
    """Return the fields of those references."""
    return {made.name for name in late for made in reference_of(model, one, one.field(name))}


def _all_late(model: Model) -> Iterator[Step]:
    return (step for migration in scheduled(model) for step in migration.steps if step.kind == "refer")


def _added(name: str, made: ModelField) -> tuple[str, ...]:
    return (f"model_name={name}", f"name={py(made.name)}", f"field={made.plain}")


def _operation(kind: str, *arguments: str) -> str:
    return broken(f"        {_call(kind, *arguments)},", 8)


def _call(kind: str, *arguments: str) -> str:
    return f"migrations.{kind}({', '.join(arguments)})"
