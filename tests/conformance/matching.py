"""Expected answers against given ones: as bytes, after what differs from run to run is made alike."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

_SAVED = re.compile(r"\$\{([a-z_0-9]+)\}")
_KINDS = {
    "<uuid>": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "<uuid7>": re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    "<time>": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z"),
    "<cursor>": re.compile(r"[A-Za-z0-9._~-]{8,}"),
    "<text>": re.compile(r".+", re.DOTALL),
}
_NOW = timedelta(minutes=5)


def filled(value: Any, saved: dict[str, Any]) -> Any:
    """Put saved values in; a text that is nothing but one keeps the value's own type."""
    if isinstance(value, str):
        whole = _SAVED.fullmatch(value)
        if whole:
            return saved[whole[1]]
        return _SAVED.sub(lambda found: str(saved[found[1]]), value)
    if isinstance(value, list):
        return [filled(item, saved) for item in value]
    if isinstance(value, dict):
        return {filled(name, saved): filled(item, saved) for name, item in value.items()}
    return value


def difference(expected: Any, body: bytes) -> str:
    """Say how a body differs from the expected value, written as the contract writes; nothing if equal."""
    try:
        given = json.loads(body)
    except ValueError:
        return f"no JSON: {body[:300]!r}"
    if written(given) != body:
        return f"not written compactly, or a number is not in its usual form: {body[:300]!r}"
    alike = written(normalised(given, expected))
    if alike == written(expected):
        return ""
    return f"expected {written(expected).decode()}\n     got {alike.decode()}"


def normalised(given: Any, expected: Any) -> Any:
    """Replace values by the kind that is expected in their place, where they are of that kind."""
    if isinstance(expected, str) and expected.startswith("<") and is_of(expected, given):
        return expected
    if isinstance(given, list) and isinstance(expected, list) and len(given) == len(expected):
        return [normalised(one, other) for one, other in zip(given, expected, strict=True)]
    if isinstance(given, dict) and isinstance(expected, dict):
        return {name: normalised(value, expected.get(name)) for name, value in given.items()}
    return given


def is_of(kind: str, value: Any) -> bool:
    """Whether a value is of a kind such as <uuid>; <now> is a time of this moment, <any> anything."""
    if kind == "<any>":
        return True
    if kind == "<int>":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if kind == "<now>":
        return bool(_KINDS["<time>"].fullmatch(value)) and _is_now(value)
    return kind in _KINDS and bool(_KINDS[kind].fullmatch(value))


def written(value: Any) -> bytes:
    """Return JSON as the contract writes it."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def picked(value: Any, pointer: str) -> Any:
    """Return the part of a value that a JSON pointer names; `*` gathers every element of a list."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    return _picked(value, parts)


def _picked(value: Any, parts: list[str]) -> Any:
    if not parts:
        return value
    if parts[0] == "*":
        return [_picked(item, parts[1:]) for item in value]
    return _picked(value[int(parts[0])] if isinstance(value, list) else value[parts[0]], parts[1:])


def _is_now(text: str) -> bool:
    return abs(datetime.now(UTC) - datetime.fromisoformat(text)) < _NOW
