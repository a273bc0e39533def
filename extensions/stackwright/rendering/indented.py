"""JSON for people: what `json.dumps` writes with an indent of two, in a fraction of its time."""

from __future__ import annotations

import json
from typing import Any

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: object) -> str:
    """Return a value as JSON of which each member and each item has a line of its own."""
    return _text(value, "\n")


def _text(value: Any, edge: str) -> str:
    # With an indent, the standard library's encoder is not the quick one.
    if not isinstance(value, dict | list) or not value:
        return _encoded(value)
    inner = edge + "  "
    if isinstance(value, dict):
        parts = [f"{_encoded(name)}: {_text(part, inner)}" for name, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{edge}}}"
    return f"[{inner}{f',{inner}'.join([_text(part, inner) for part in value])}{edge}]"
