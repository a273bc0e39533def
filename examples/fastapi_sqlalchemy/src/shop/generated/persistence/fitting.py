# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Which types columns can change to with what they hold, and what the model calls them."""

import math
from typing import Any

import sqlalchemy as sa

from . import types

_NAMES: tuple[tuple[type, str], ...] = (
    (sa.Boolean, "bool"),
    (sa.SmallInteger, "short"),
    (sa.BigInteger, "long"),
    (sa.Integer, "int"),
    (types.Exact, "decimal"),
    (sa.Double, "double"),
    (sa.Date, "date"),
    (sa.Time, "time"),
    (types.Instant, "datetime"),
    (types.Span, "duration"),
    (sa.Uuid, "uuid"),
    (types.Blob, "bytes"),
)
_BITS = {"short": 16, "int": 32, "long": 64}


def fits(old: Any, new: Any) -> bool:
    """Whether every value of a type is one of the other, too."""
    match old, new:
        case types.Text(), types.Text():
            return new.length is None or (old.length or math.inf) <= new.length
        case types.Exact(), types.Exact():
            whole = old.precision - old.scale <= new.precision - new.scale
            return whole and old.scale <= new.scale
        case _, types.Text(length=None):
            return _name(old) in _BITS
    before, after = _BITS.get(_name(old)), _BITS.get(_name(new))
    return before is not None and after is not None and before <= after


def converts(old: Any, new: Any, dialect: sa.Dialect) -> bool:
    """Whether a database makes values of a type from those of another: texts and whole numbers, or JSON."""
    return not _kinds(old, dialect).isdisjoint(_kinds(new, dialect))


def respelled(old: Any, new: Any) -> tuple[types.Exact, types.Exact] | None:
    """Return what decimals were and are, where SQLite keeps one of them as texts, because it is long.

    Of a text its scale is not known: it stays as it is.
    """
    if not isinstance(new, types.Exact):
        return None
    if isinstance(old, types.Text) and old.length:
        old = types.Exact(old.length - 1, new.scale)
    if not isinstance(old, types.Exact):
        return None
    is_long = max(old.precision, new.precision) > types.EXACT_IN_SQLITE
    return (old, new) if is_long else None


def spoken(type_: Any) -> str:
    """Return a type in the words of the model."""
    if isinstance(type_, types.Exact):
        return f"decimal({type_.precision}, {type_.scale})"
    length = getattr(type_, "length", None)
    return f"{_name(type_)}({length})" if length else _name(type_)


def _name(type_: Any) -> str:
    if isinstance(type_, types.Text | types.Choice):
        return "string" if type_.length else "text"
    names = (name for kind, name in _NAMES if isinstance(type_, kind))
    return next(names, "json")


def _kinds(type_: Any, dialect: sa.Dialect) -> set[str]:
    kinds = {_name(type_)}
    if kinds & {"string", "text", *_BITS}:
        kinds.add("text")
    # SQLite keeps long decimals as texts, and whole numbers as what they are.
    if dialect.name == "sqlite" and "decimal" in kinds:
        kinds.add("text")
    return kinds
