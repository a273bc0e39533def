# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Which constraints and indexes of two tables are the same, however a database writes them."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import operators

Held = sa.Constraint | sa.Index

# What a database does by itself when nothing is said.
_RESTRICTED = {None, "RESTRICT", "NO ACTION"}


def choices(table: sa.Table) -> dict[str, tuple[str, list[str]]]:
    """Return the checks of texts that columns may hold, by their columns: the name, and the texts."""
    found = {}
    for one in table.constraints:
        if isinstance(one, sa.CheckConstraint) and (choice := choice_of(one)):
            column, values = choice
            found[column] = (str(one.name), values)
    return dict(sorted(found.items()))


def choice_of(check: sa.CheckConstraint) -> tuple[str, list[str]] | None:
    """Return the column and the texts of such a check."""
    condition = check.sqltext
    if not isinstance(condition, sa.BinaryExpression):
        return None
    if condition.operator is not operators.in_op:
        return None
    return str(condition.left.name), list(condition.right.value)


def foreign_keys(table: sa.Table) -> list[sa.ForeignKeyConstraint]:
    """Return the foreign keys of a table, in the order of their names."""
    return sorted(table.foreign_key_constraints, key=lambda one: str(one.name))


def differing(
    before: sa.Table, after: sa.Table, retyped: set[str]
) -> tuple[list[Held], list[Held]]:
    """Return what must go and what must come, foreign keys outermost: they need indexes.

    Those whose columns get another type, at either end, go and come.
    """
    old, new = named(before), named(after)
    away = {name for name, one in old.items() if _differs(one, new.get(name))}
    come = {name for name, one in new.items() if _differs(one, old.get(name))}
    for name in (_leaning(old, away) | _retyped(old, retyped)) & new.keys():
        away.add(name)
        come.add(name)
    return (
        [one for name, one in old.items() if name in away],
        [one for name, one in reversed(new.items()) if name in come],
    )


def named(table: sa.Table) -> dict[str, Held]:
    """Return what a table has but its key and its checks of texts, by name; foreign keys first."""
    return dict(_held(table))


def _held(table: sa.Table) -> Iterator[tuple[str, Held]]:
    for key in foreign_keys(table):
        yield str(key.name), key
    named = [
        one
        for one in table.constraints
        if isinstance(one, sa.UniqueConstraint)
        or (isinstance(one, sa.CheckConstraint) and one.name and not choice_of(one))
    ]
    rest: list[Held] = [*table.indexes, *named]
    for held in sorted(rest, key=lambda one: str(one.name)):
        yield str(held.name), held


def _leaning(held: dict[str, Held], away: set[str]) -> set[str]:
    """Return the foreign keys whose index goes: some databases let it go only without them."""
    going = [_columns(one) for name, one in held.items() if name in away]
    return {
        name
        for name, one in held.items()
        if isinstance(one, sa.ForeignKeyConstraint)
        and any(columns[: len(_columns(one))] == _columns(one) for columns in going)
    }


def _retyped(held: dict[str, Held], columns: set[str]) -> set[str]:
    """Return the foreign keys from or to columns that get another type."""
    return {
        name
        for name, one in held.items()
        if isinstance(one, sa.ForeignKeyConstraint)
        for element in one.elements
        if {element.target_fullname, f"{one.table.name}.{element.parent.name}"}
        & columns
    }


def _differs(one: Held, other: Held | None) -> bool:
    return other is None or _signature(one) != _signature(other)


def _signature(one: Held) -> tuple[Any, ...]:
    if isinstance(one, sa.ForeignKeyConstraint):
        targets = tuple(element.target_fullname for element in one.elements)
        action = None if one.ondelete in _RESTRICTED else one.ondelete
        return ("foreign", _columns(one), targets, action)
    if isinstance(one, sa.CheckConstraint):
        # Every database writes a condition in its own way.
        return ("check",)
    kind = "index" if isinstance(one, sa.Index) and not one.unique else "unique"
    return (kind, _columns(one))


def _columns(one: Held) -> tuple[str, ...]:
    if isinstance(one, sa.ForeignKeyConstraint):
        return tuple(one.column_keys)
    if isinstance(one, sa.UniqueConstraint | sa.Index):
        return tuple(column.name for column in one.columns)
    return ()
