"""JSON that people can read and compare: the outer levels indented, what lies deeper on one line.

An object of a model has hundreds of parameters and properties; one line each keeps the document short,
its differences small, and its making quick.
"""

from __future__ import annotations

import json
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 5
_line = json.JSONEncoder(ensure_ascii=False).encode


def laid_out(document: dict[str, Any]) -> str:
    """Return a document as text, in the order of its members."""
    return "".join(_pieces(document, 0)) + "\n"


def _pieces(value: object, depth: int) -> Iterator[str]:
    if depth == _DEEPEST or not _has_parts(value):
        yield _line(value)
        return
    edge = "\n" + "  " * depth
    if isinstance(value, dict):
        for separator, (name, part) in zip(_separators("{"), value.items(), strict=False):
            yield f"{separator}{edge}  {_line(name)}: "
            yield from _pieces(part, depth + 1)
        yield edge + "}"
    elif isinstance(value, list):
        for separator, part in zip(_separators("["), value, strict=False):
            yield f"{separator}{edge}  "
            yield from _pieces(part, depth + 1)
        yield edge + "]"


def _separators(first: str) -> Iterator[str]:
    return chain((first,), repeat(","))


def _has_parts(value: object) -> bool:
    """Whether something stands inside that may itself hold something."""
    if not isinstance(value, dict | list):
        return False
    return any(
        isinstance(part, dict | list) for part in (value.values() if isinstance(value, dict) else value)
    )
