# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Changes that no migration can make by itself, and those that rows may not fit."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from . import former
from . import types as columns
from .states import LABELS, columns_of

# Kinds of columns that can become each other, the narrower ones first.
_FAMILIES: tuple[tuple[type, ...], ...] = (
    (
        models.SmallIntegerField,
        models.IntegerField,
        models.BigIntegerField,
        columns.String,
        columns.Text,
    ),
    (columns.Items, columns.Packed, columns.Json),
    (models.OneToOneField, models.ForeignKey),
)
_NAMES: tuple[tuple[type, str], ...] = (
    (columns.String, "string"),
    (columns.Instant, "datetime"),
    (columns.TimeOfDay, "time"),
    (columns.Span, "duration"),
    (columns.Blob, "bytes"),
    (models.BooleanField, "bool"),
    (models.SmallIntegerField, "short"),
    (models.BigIntegerField, "long"),
    (models.IntegerField, "int"),
    (models.DateField, "date"),
    (models.ManyToManyField, "references"),
    (models.ForeignKey, "a reference"),
)


def refuse(before: ProjectState, after: ProjectState) -> None:
    """CommandError if a column, or a key, becomes what nothing can be converted to."""
    problems = [
        problem
        for old, new in _both(before, after)
        for problem in (*_keys(old, new), *_kinds(old, new), *_required(old, new))
    ]
    if problems:
        raise CommandError("\n".join(problems))


def notes(before: ProjectState, after: ProjectState) -> Iterator[tuple[str, str]]:
    """Yield what rows may not fit: the label of the application, and a sentence."""
    for old, new in _both(before, after):
        for name, field in new.fields.items():
            known = old.fields.get(name)
            if known is not None and _is_narrower(known, field):
                where = f"{new.options['db_table']}.{field.db_column or name}"
                said = (
                    f"{where} changes from {_spoken(known)} to {_spoken(field)}:"
                    " where a row does not fit, PostgreSQL and MariaDB stop,"
                    " and SQLite keeps what it can make of it"
                )
                yield new.app_label, said


def _both(
    before: ProjectState, after: ProjectState
) -> Iterator[tuple[ModelState, ModelState]]:
    for key, new in after.models.items():
        if key[0] in LABELS and key in before.models:
            yield before.models[key], new


def _keys(old: ModelState, new: ModelState) -> Iterator[str]:
    here, there = _key(old), _key(new)
    if here != there:
        yield (
            f"{new.options['db_table']} has another key, and what refers to its rows cannot follow:"
            " make a new object, and move the rows"
        )


def _key(model: ModelState) -> tuple[str, ...]:
    for name, field in model.fields.items():
        if isinstance(field, models.CompositePrimaryKey):
            return tuple(field.field_names)
        if field.primary_key:
            return (name,)
    return ()


def _kinds(old: ModelState, new: ModelState) -> Iterator[str]:
    known, table = columns_of(old), new.options["db_table"]
    for column, name in columns_of(new).items():
        here = known.get(column)
        if here is None and name in old.fields:
            here = name
        if here is None:
            continue
        one, other = old.fields[here], new.fields[name]
        is_same = here == name and _family(one) == _family(other)
        if not is_same:
            yield _another(table, column, one, other)
    for name, field in new.fields.items():
        known_as = old.fields.get(name)
        if field.many_to_many and known_as is not None and not known_as.many_to_many:
            yield _another(table, name, known_as, field)


def _required(old: ModelState, new: ModelState) -> Iterator[str]:
    table = new.options["db_table"]
    for column, name in columns_of(new).items():
        field, known = new.fields[name], old.fields.get(name)
        if field.null or (known is not None and not known.null):
            continue
        how = "is new and required" if known is None else "becomes required"
        is_filled = field.has_default() or field.has_db_default()
        if not is_filled and column not in former.FILLED.get(table, {}):
            yield (
                f"{table}.{column} {how}, and nothing says what the rows that are there get:"
                " give it a default in the model, or make it optional first"
            )
        elif (
            known is None
            and name in _alone(new)
            and not isinstance(field, models.UUIDField)
        ):
            yield (
                f"{table}.{column} is new and unique, and one default cannot serve two rows:"
                " make it optional first"
            )


def _alone(model: ModelState) -> set[str]:
    """Return the fields that are unique by themselves."""
    parts = model.options.get("constraints", ())
    unique = (
        tuple(part.fields)
        for part in parts
        if isinstance(part, models.UniqueConstraint)
    )
    return {fields[0] for fields in unique if len(fields) == 1}


def _another(table: str, column: str, one: Any, other: Any) -> str:
    return (
        f"{table}.{column} changes from {_spoken(one)} to {_spoken(other)}, and nothing converts that:"
        " give it another name, move what rows hold, and drop the old one later"
    )


def _family(field: Any) -> tuple[type, ...]:
    families = (family for family in _FAMILIES if type(field) in family)
    return next(families, (type(field),))


def _is_narrower(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        family = _family(one)
        return family.index(type(other)) < family.index(type(one))
    if isinstance(one, columns.Exact):
        whole = (
            one.max_digits - one.decimal_places,
            other.max_digits - other.decimal_places,
        )
        return bool(whole[1] < whole[0] or other.decimal_places < one.decimal_places)
    if one.max_length is not None and other.max_length is not None:
        return bool(other.max_length < one.max_length)
    return False


def _spoken(field: Any) -> str:
    """Return a field's type in the words of the model."""
    if isinstance(field, columns.Exact):
        return f"decimal({field.max_digits}, {field.decimal_places})"
    names = (name for kind, name in _NAMES if isinstance(field, kind))
    name = next(names, type(field).__name__.lower())
    return f"{name}({field.max_length})" if name in {"string", "bytes"} else name
