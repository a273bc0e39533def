"""Columns and tables: two things never share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.names import columns, link_table
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.rules.reserved import standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.problems import Span


def taken_columns(draft: Draft) -> Iterator[Problem]:
    """A reference is stored as its target's key (`customer_id`): nothing else has that column."""
    if not draft.finite:
        return
    for thing, _ in draft.each_object():
        taken = dict.fromkeys(standard(thing), "the standard fields")
        for written, field in draft.pairs(thing.fields):
            for column, path in columns(field):
                owner = taken.setdefault(column, field.name)
                if owner != field.name and not (len(path) == 1 and column in standard(thing)):
                    both = f"{quoted(field.name)} and {quoted(owner)}"
                    message = f"{both} are both stored in the column {quoted(column)}"
                    advice = "a reference is stored under its name and the name of its target's key"
                    yield Problem(code="SW036", message=message, at=written.name.at, help=advice)


def taken_tables(draft: Draft) -> Iterator[Problem]:
    """An object's table is its namespace and its name; a many-to-many reference has a table, too."""
    taken: dict[str, tuple[str, Span]] = {}
    for thing, made in draft.each_object():
        owners = [(made.table, f"{made.namespace}.{made.name}", thing.name.at)]
        for written, field in draft.pairs(thing.fields):
            if field.many:
                whole = f"{made.namespace}.{made.name}.{field.name}"
                owners.append((link_table(made.table, field.name), whole, written.name.at))
        for table, owner, at in owners:
            first, _ = taken.setdefault(table, (owner, at))
            if first != owner:
                message = f"{owner} and {first} are both stored in the table {quoted(table)}"
                yield Problem(code="SW040", message=message, at=at, help="rename one of them")
