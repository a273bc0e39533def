# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Conditions of the contract, as SQL that means the same on every database."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    cast,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.dialects.postgresql import JSONB

from ..contract.queries import Condition, Where

Test: TypeAlias = ColumnElement[bool]
Column: TypeAlias = ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A many-to-many field: its table, the columns that name the owner, and those that name the target."""

    table: Table
    owner: tuple[Column, ...]
    target: tuple[Column, ...]
    read: Callable[[Sequence[Any]], Any] = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of an object are kept, and how a key of several parts is taken apart."""

    key: tuple[Column, ...]
    fields: Mapping[str, tuple[Column, ...]]
    links: Mapping[str, Link]


def parts(value: Any) -> tuple[Any, ...]:
    """Return the column values of a key or of any other value."""
    return tuple(value.parts()) if hasattr(value, "parts") else (value,)


def maybe(kind: Any, values: Sequence[Any]) -> Any:
    """Return the key of these column values, or None where there is none."""
    return None if values[0] is None else kind.from_parts(values)


def condition(where: Where, columns: Columns, dialect: str) -> Test:
    """Return the SQL of a condition; it is true or false, never null."""
    if isinstance(where, Condition):
        return _test(where, columns, dialect)
    members = [condition(member, columns, dialect) for member in where.members]
    if where.kind == "not":
        return not_(members[0])
    return or_(false(), *members) if where.kind == "any" else and_(true(), *members)


def _test(asked: Condition, columns: Columns, dialect: str) -> Test:
    if asked.field in columns.links:
        return _linked(columns.links[asked.field], columns.key, asked.operand)
    kept = columns.fields[asked.field]
    missing = kept[0].is_(None)
    if asked.operator == "is_null":
        return missing if asked.operand else not_(missing)
    test = _operation(asked, kept, dialect)
    if not kept[0].nullable:
        return test
    negative = asked.operator in {"ne", "not_in"}
    return or_(missing, test) if negative else and_(not_(missing), test)


def _operation(asked: Condition, kept: Sequence[Column], dialect: str) -> Test:
    operator, operand = asked.operator, asked.operand
    if operator in {"in", "not_in"}:
        among = _among(kept, operand)
        return not_(among) if operator == "not_in" else among
    if operator in {"eq", "ne"}:
        equal = and_(
            *(one == part for one, part in zip(kept, parts(operand), strict=True))
        )
        return not_(equal) if operator == "ne" else equal
    if operator == "has":
        return _HAS[dialect](kept[0], operand)
    if operator in _ORDER:
        return _ORDER[operator](kept[0], operand)
    return _TEXT[dialect][operator](kept[0], operand)


def _among(kept: Sequence[Column], operand: Sequence[Any]) -> Test:
    if not operand:
        return false()
    if len(kept) == 1:
        return kept[0].in_(operand)
    return tuple_(*kept).in_([parts(value) for value in operand])


def _linked(link: Link, key: Sequence[Column], operand: Any) -> Test:
    mine = (one == other for one, other in zip(link.owner, key, strict=True))
    named = (one == part for one, part in zip(link.target, parts(operand), strict=True))
    return exists(select(literal(1)).select_from(link.table).where(*mine, *named))


_ORDER: Mapping[str, Callable[[Column, Any], Test]] = {
    "lt": lambda kept, operand: kept < operand,
    "lte": lambda kept, operand: kept <= operand,
    "gt": lambda kept, operand: kept > operand,
    "gte": lambda kept, operand: kept >= operand,
}


def _ends_with(kept: Column, operand: str) -> Test:
    return func.substr(kept, func.length(kept) - len(operand) + 1) == operand


def _in_any_case(kept: Column, operand: str) -> Test:
    # LOWER() of MariaDB knows all alphabets; the contract speaks of ASCII.
    classes = (
        f"[{char.lower()}{char.upper()}]"
        if char.isascii() and char.isalpha()
        else re.sub(r"([^\w\s]|_)", r"\\\1", char)
        for char in operand
    )
    return kept.regexp_match("".join(classes))


# LIKE of SQLite ignores case; these do not.
_TEXT: Mapping[str, Mapping[str, Callable[[Column, str], Test]]] = {
    "sqlite": {
        "contains": lambda kept, operand: func.instr(kept, operand) > 0,
        "starts_with": lambda kept, operand: (
            func.substr(kept, 1, len(operand)) == operand
        ),
        "ends_with": _ends_with,
        "icontains": lambda kept, operand: (
            func.instr(func.lower(kept), func.lower(operand)) > 0
        ),
    },
    "postgresql": {
        "contains": lambda kept, operand: kept.contains(operand, autoescape=True),
        "starts_with": lambda kept, operand: kept.startswith(operand, autoescape=True),
        "ends_with": lambda kept, operand: kept.endswith(operand, autoescape=True),
        "icontains": lambda kept, operand: func.lower(kept).contains(
            _ascii_lower(operand), autoescape=True
        ),
    },
    "mysql": {
        "contains": lambda kept, operand: kept.contains(operand, autoescape=True),
        "starts_with": lambda kept, operand: kept.startswith(operand, autoescape=True),
        "ends_with": lambda kept, operand: kept.endswith(operand, autoescape=True),
        "icontains": _in_any_case,
    },
}


def _ascii_lower(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)


def _has_in_sqlite(kept: Column, operand: Any) -> Test:
    items = func.json_each(kept).table_valued("value")
    return exists(
        select(literal(1))
        .select_from(items)
        .where(items.c.value == _json_value(operand))
    )


_HAS: Mapping[str, Callable[[Column, Any], Test]] = {
    "sqlite": _has_in_sqlite,
    "postgresql": lambda kept, operand: kept.op("@>", is_comparison=True)(
        cast(literal(json.dumps([operand])), JSONB)
    ),
    "mysql": lambda kept, operand: func.json_contains(kept, json.dumps(operand)) == 1,
}


def _json_value(operand: Any) -> Any:
    return bindparam(
        None, int(operand) if isinstance(operand, bool) else operand, unique=True
    )
