# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What states of migrations say of the model's tables, by their columns."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from . import former, installed
from . import types as columns

LABELS = frozenset(installed.MIGRATIONS)


def column_of(name: str, field: "models.Field[Any, Any]") -> str | None:
    """Return the column of a field of a state, or None if it has none of its own."""
    if field.many_to_many or isinstance(field, models.CompositePrimaryKey):
        return None
    if isinstance(field, models.ForeignObject) and not isinstance(
        field, models.ForeignKey
    ):
        return None
    ending = "_id" if isinstance(field, models.ForeignKey) else ""
    return field.db_column or f"{name}{ending}"


def columns_of(model: ModelState) -> dict[str, str]:
    """Return the field of each column."""
    found = {column_of(name, field): name for name, field in model.fields.items()}
    return {column: name for column, name in found.items() if column is not None}


def parts_of(model: ModelState) -> list[Any]:
    """Return the constraints and the indexes of a model."""
    return [*model.options.get("constraints", ()), *model.options.get("indexes", ())]


def fields_of(part: Any, model: ModelState) -> set[str]:
    """Return the fields that a constraint or an index speaks of."""
    if isinstance(part, columns.ForeignKeyConstraint):
        holders = columns_of(model)
        return {holders[column] for column in part.columns if column in holders}
    if isinstance(part, models.CheckConstraint):
        return {child[0].partition("__")[0] for child in _children(part)}
    return set(part.fields)


def values_of(model: ModelState, field: str) -> tuple[str, list[str]] | None:
    """Return the name and the values of the constraint that lists what a field may be, if there is one."""
    for part in model.options.get("constraints", ()):
        if isinstance(part, models.CheckConstraint):
            for name, values in _children(part):
                if name == f"{field}__in":
                    return part.name, list(values)
    return None


def narrowed(part: Any, new: ModelState) -> bool:
    """Whether a constraint lists all values that it will list, and more."""
    if not isinstance(part, models.CheckConstraint):
        return False
    for name, values in _children(part):
        found = values_of(new, name.removesuffix("__in"))
        if found is not None and found[0] == part.name:
            return set(found[1]) < set(values)
    return False


def dropped_fields(old: ModelState, new: ModelState, names: dict[str, str]) -> set[str]:
    """Return the fields of columns that the new model has not, by any name."""
    there = columns_of(new)
    return {
        field
        for column, field in columns_of(old).items()
        if names.get(column, column) not in there
    }


def pairs(
    before: ProjectState, after: ProjectState
) -> Iterator[tuple[ModelState, ModelState]]:
    """Yield the models of tables that stay, as they were and as they are."""
    known, now = _tables(before), _tables(after)
    for table, new in now.items():
        ways = (
            one
            for one in former.TABLES.get(table, ())
            if one in known and one not in now
        )
        old = known.get(table) or known.get(next(ways, ""))
        if old is not None:
            yield old, new


def _tables(state: ProjectState) -> dict[str, ModelState]:
    ours = (model for (label, _), model in state.models.items() if label in LABELS)
    return {
        model.options["db_table"]: model
        for model in ours
        if "db_table" in model.options
    }


def moved_columns(old: ModelState, new: ModelState) -> dict[str, str]:
    """Return the columns that have another name now, each with that."""
    known, now = columns_of(old), columns_of(new)
    table = new.options["db_table"]
    found: dict[str, str] = {}
    for column in now:
        ways = former.COLUMNS.get(table, {}).get(column, ())
        if column not in known:
            found |= {one: column for one in ways if one in known and one not in now}
    return found


def altered_columns(
    old: ModelState, new: ModelState, names: dict[str, str]
) -> set[str]:
    """Return the columns that become of another kind."""
    known, now = columns_of(old), columns_of(new)
    found = set()
    for column, field in known.items():
        there = now.get(names.get(column, column))
        if there is not None and kind_of(old.fields[field]) != kind_of(
            new.fields[there]
        ):
            found.add(column)
    return found


def kind_of(field: "models.Field[Any, Any]") -> tuple[Any, ...]:
    """Return what a database knows of a field, but for its name and its default."""
    sizes = (
        field.max_length,
        *(getattr(field, name, None) for name in ("max_digits", "decimal_places")),
    )
    return (type(field), field.null, *sizes)


def alike(one: Any, other: Any) -> bool:
    """Whether two fields without columns stand on the same ones."""
    if type(one) is not type(other):
        return False
    if one.many_to_many:
        return (
            str(one.remote_field.through).lower()
            == str(other.remote_field.through).lower()
        )
    return getattr(one, "from_fields", None) == getattr(other, "from_fields", None)


def said(part: Any) -> str:
    """Return all that a constraint or an index says."""
    return repr(part.deconstruct())


def _children(part: models.CheckConstraint) -> list[Any]:
    return [child for child in part.condition.children if isinstance(child, tuple)]  # type: ignore[union-attr]
