# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What migrations do to rows; each step may be done again."""

import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

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


def fill_each(table: str, column: str, type_: Any) -> None:
    """Give each row that has none a UUID of its own."""
    if op.get_context().as_sql:
        return
    connection = op.get_bind()
    held = sa.Table(table, sa.MetaData(), autoload_with=connection, resolve_fks=False)
    keys = [sa.column(one.name, one.type) for one in held.primary_key]
    place = sa.column(column, type_)
    rows = sa.table(table, place, *keys)
    for row in connection.execute(sa.select(*keys).where(place.is_(None))).all():
        mine = [one == value for one, value in zip(keys, row, strict=True)]
        connection.execute(rows.update().where(*mine).values({column: uuid4()}))


def respell(table: str, column: str, old: types.Exact, new: types.Exact) -> None:
    """Write decimals anew where SQLite keeps them as texts, because they are long or were."""
    connection = op.get_bind()
    dialect = connection.dialect
    if dialect.name != "sqlite":
        return
    was_long, is_long = (
        isinstance(one.load_dialect_impl(dialect), sa.String) for one in (old, new)
    )
    read = old.result_processor(dialect, None) if was_long else None
    told = sa.column(column, types.Text())
    place = sa.column(column, new) if is_long else told
    rows = sa.table(table, place)
    known = sa.select(told).select_from(rows).where(told.is_not(None)).distinct()
    for text in connection.scalars(known).all():
        number = Decimal(text) if read is None else read(text)
        value = number if is_long else str(number)
        connection.execute(rows.update().where(told == text).values({column: value}))


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
    if op.get_context().as_sql:
        return
    place = sa.column(column, types.Text())
    rows = sa.select(sa.func.count()).select_from(sa.table(table, place))
    for value in values:
        if found := op.get_bind().scalar(rows.where(place == value)):
            raise CommandError(
                f"{table}.{column} is {value!r}, which the model has no more, in rows: {found}."
                " Give them another value first."
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
