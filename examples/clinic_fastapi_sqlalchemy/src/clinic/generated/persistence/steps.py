# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What migrations do to rows; each step may be done again."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError
from pydantic import ConfigDict, TypeAdapter
from sqlalchemy.types import TypeEngine

from . import types
from .tables import HISTORY, OUTBOX

_AS_JSON = (types.Json, types.Items, types.Packed)


def fill(table: str, column: str, type_: Any, value: Any) -> None:
    """Give a value, in its JSON form, to the rows that have none."""
    _fill(table, column, sa.types.to_instance(type_), value, read=True)


def fill_now(table: str, column: str, type_: Any) -> None:
    """Give this moment to the rows that have none."""
    kind: TypeEngine[Any] = sa.types.to_instance(type_)
    now = datetime.now(UTC)
    values: dict[type, Any] = {date: now.date(), time: now.time(), datetime: now}
    _fill(table, column, kind, values[_python(kind)], read=False)


def rename_value(table: str, column: str, former: str, value: str) -> None:
    """Change a value of an enum, or a state, in the rows that have it."""
    place = sa.column(column, types.Text())
    rows = sa.table(table, place)
    op.execute(rows.update().where(place == former).values({column: value}))


def rename_state(kind: str, former: str, state: str) -> None:
    """Change a state in the history of objects of a kind."""
    for place in (HISTORY.c.from_state, HISTORY.c.to_state):
        mine = HISTORY.c.subject.startswith(f"{kind}/", autoescape=True)
        told = HISTORY.update().where(mine, place == former).values({place.name: state})
        op.execute(told)


def rename_kind(former: str, kind: str) -> None:
    """Change the kind of objects in what history and waiting events speak of."""
    for table in (HISTORY, OUTBOX):
        key = sa.func.substr(table.c.subject, len(former) + 1)
        theirs = table.c.subject.startswith(f"{former}/", autoescape=True)
        told = table.update().where(theirs)
        op.execute(told.values(subject=sa.literal(kind, types.Text()) + key))


def none_left(table: str, column: str, values: list[str]) -> None:
    """Stop where rows still hold values that will be no more."""
    place = sa.column(column, types.Text())
    rows = sa.select(sa.func.count()).select_from(sa.table(table, place))
    if op.get_context().as_sql:
        return
    count = op.get_bind().scalar(rows.where(place.in_(values)))
    if count:
        held = ", ".join(map(repr, values))
        raise CommandError(
            f"{count} rows of {table} have {column} {held}: change them first, then migrate"
        )


def _fill(
    table: str, column: str, type_: TypeEngine[Any], value: Any, *, read: bool
) -> None:
    place = sa.column(column, type_)
    if read and not isinstance(type_, _AS_JSON):
        reader = TypeAdapter[Any](
            _python(type_), config=ConfigDict(val_json_bytes="base64")
        )
        value = reader.validate_json(json.dumps(value))
    rows = sa.table(table, place)
    op.execute(rows.update().where(place.is_(None)).values({column: value}))


def _python(type_: TypeEngine[Any]) -> type:
    """Return the class of a column's values."""
    if isinstance(type_, types.Span):
        return timedelta
    return getattr(type_, "impl_instance", type_).python_type
