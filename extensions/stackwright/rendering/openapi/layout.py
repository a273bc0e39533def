"""JSON that people can read and compare: the outer levels indented, what lies deeper on one line.

An object of a model has hundreds of parameters and properties; one line each keeps the document short,
its differences small, and its making quick: most lines are those of many objects, and are written once.
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DEEPEST = 5
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_EDGES = tuple("\n" + "  " * depth for depth in range(_DEEPEST + 1))


class Line(str):
    """An object or array that is written already, for a place where it stands on one line."""

    __slots__ = ()


def line(value: object) -> Line:
    """Write a value on one line."""
    return Line(_encoded(value))


@functools.lru_cache(maxsize=65536)
def quoted(text: str) -> str:
    """Write a text, as names and titles that come many times."""
    return _encoded(text)


def laid_out(value: Any, depth: int = 0) -> str:
    """Return a value as text, in the order of its members, as it stands so deep in the document."""
    if isinstance(value, str):
        return value if type(value) is Line else quoted(value)
    if depth == _DEEPEST or not _has_parts(value):
        return _encoded(value)
    if isinstance(value, dict):
        return around({name: laid_out(part, depth + 1) for name, part in value.items()}, depth)
    return listed([laid_out(part, depth + 1) for part in value], depth)


def around(texts: Mapping[str, str], depth: int) -> str:
    """Return the object whose members are laid out already."""
    edge = _EDGES[depth]
    members = f",{edge}  ".join([f"{quoted(name)}: {text}" for name, text in texts.items()])
    return f"{{{edge}  {members}{edge}}}"


def listed(texts: Iterable[str], depth: int) -> str:
    """Return the array whose items are laid out already."""
    edge = _EDGES[depth]
    return f"[{edge}  " + f",{edge}  ".join(texts) + f"{edge}]"


def _has_parts(value: object) -> bool:
    """Whether something stands inside that may itself hold something."""
    if isinstance(value, dict):
        return any(isinstance(part, dict | list | Line) for part in value.values())
    return isinstance(value, list) and any(isinstance(part, dict | list | Line) for part in value)
