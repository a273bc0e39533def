# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The order of a page, and the condition of what lies behind a place in it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, false, literal, or_


def ordering(
    column: ColumnElement[Any], down: bool, dialect: str
) -> ColumnElement[Any]:
    """Return how to order by a column, with null as its smallest value."""
    ordered = column.desc() if down else column.asc()
    if dialect != "postgresql" or not column.nullable:
        return ordered
    # Null is the smallest value everywhere; PostgreSQL alone would put it last.
    return ordered.nulls_last() if down else ordered.nulls_first()


def behind(
    order: Sequence[tuple[ColumnElement[Any], bool, Any]], values: Sequence[Any]
) -> ColumnElement[bool]:
    """Return the condition of all rows behind the one with these sort values."""
    first, rest = order[0], order[1:]
    bound = None if values[0] is None else literal(values[0], first[0].type)
    past = _beyond(first[0], first[1], bound)
    if not rest:
        return past
    column, down, _ = first
    level = column.is_(None) if bound is None else column == bound
    deeper = or_(past, and_(level, behind(rest, values[1:])))
    if column.nullable or bound is None:
        return deeper
    # Redundant, but it lets the database start reading its index at the right place.
    return and_(column <= bound if down else column >= bound, deeper)


def _beyond(column: ColumnElement[Any], down: bool, value: Any) -> ColumnElement[bool]:
    if value is None:
        return false() if down else column.is_not(None)
    if down and column.nullable:
        return or_(column < value, column.is_(None))
    test: ColumnElement[bool] = column < value if down else column > value
    return test
