"""Names: what may be one, what each becomes in Python, paths and tables, and how long a name may grow."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Field, ListOf, Ref
from stackwright.ontology.reserved import ATTRIBUTES, MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Object

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,40}", re.ASCII)
IDENTIFIER_LIMIT = 63
_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HASH = 8


@cache
def snake(name: str) -> str:
    """Return a name in snake_case: `OrderLine` and `orderLine` are `order_line`."""
    return _WORD_STARTS.sub("_", name).lower()


@cache
def pascal(name: str) -> str:
    """Return a name as a class is called: `order_line` is `OrderLine`; a capital stays a capital."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def plural(name: str) -> str:
    """Return the plural of a name in snake_case, by the plain rules of English."""
    if name.endswith("y") and name[-2:-1] not in ("", "a", "e", "i", "o", "u", "_"):
        return f"{name[:-1]}ies"
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return f"{name}es"
    return f"{name}s"


@cache
def title(name: str) -> str:
    """Return a name as a person would write it: `OrderLine` and `order_line` are `Order line`."""
    words = [word if len(word) > 1 and word.isupper() else word.lower() for word in _words(name)]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def attr(name: str) -> str:
    """Return the Python attribute of a name in snake_case: with `_` behind it where it is reserved."""
    return f"{name}_" if name in ATTRIBUTES or name.startswith("model_") else name


def member(name: str) -> str:
    """Return the Python name of an enum value or a state: as written, or with `_` where it is reserved."""
    return f"{name}_" if name in MEMBERS else name


def shorten(name: str, limit: int = IDENTIFIER_LIMIT) -> str:
    """Return an identifier that fits a database: the name, or its start and a stable hash of all of it."""
    if len(name) <= limit:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:_HASH]
    return f"{name[: limit - _HASH - 1].rstrip('_')}_{digest}"


def table(namespace: str, name: str) -> str:
    """Return the table of an object."""
    return shorten(f"{namespace}_{snake(name)}")


def link_table(owner_table: str, field: str) -> str:
    """Return the table that keeps a many-to-many reference."""
    return shorten(f"{owner_table}_{field}")


def columns(field: Field) -> Iterator[tuple[str, tuple[Field, ...]]]:
    """Yield the columns of a field: name, and the path of fields that ends in the one that bears the type.

    A reference has one column for each part of its target's key (`order` gives `order_id`; where that part
    is a reference itself, its parts follow). Any other field has the column of its own name, and a
    many-to-many reference has none: it is kept in a link table.
    """
    for parts, path in _columns(field, ()):
        yield shorten("_".join(parts)), path


def key_columns(thing: Object) -> tuple[str, ...]:
    """Return the columns of an object's key, in key order."""
    return tuple(column for part in thing.key_fields for column, _ in columns(part))


def _columns(field: Field, above: tuple[Field, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Field, ...]]]:
    path = (*above, field)
    if isinstance(field.type, Ref):
        for part in field.type.target.key_fields:
            for names, leaf in _columns(part, path):
                yield (field.name, *names), leaf
    elif not (isinstance(field.type, ListOf) and isinstance(field.type.item, Ref)):
        yield (field.name,), path


def _words(name: str) -> list[str]:
    return [word for word in _WORD_STARTS.sub("_", name).split("_") if word]
