"""Texts of a model as Python: literals, docstrings and comments, as `ruff format` would leave them."""

from __future__ import annotations

import functools
import re
import textwrap
from typing import Any

# Controls, separators, formats and private characters. The list is fixed, and not taken from `unicodedata`,
# because the same model gives the same bytes on every version of Python.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ud800-\uf8ff\ufeff\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_LATIN, _BASIC = 0xFF, 0xFFFF
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# What a tool would take for an order to itself.
_PRAGMA = re.compile(
    r"(?i)(^|#)(\s*)(noqa|fmt|type|ruff|isort|flake8|pragma|mypy|pyright|pylint|yapf|nosec|-\*-|!)"
)


def py(value: Any) -> str:
    """Print a value as a Python literal: text in the quotes that the formatter prefers."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{py(key)}: {py(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(py, value))}]"
    if isinstance(value, tuple):
        return f"({py(value[0])},)" if len(value) == 1 else f"({', '.join(map(py, value))})"
    if isinstance(value, frozenset | set):
        members = ", ".join(sorted(map(py, value)))
        kind = type(value).__name__
        return (
            f"{kind}({{{members}}})"
            if members and kind == "frozenset"
            else f"{{{members}}}"
            if members
            else f"{kind}()"
        )
    return repr(value)


def doc(text: str, indent: int = 4) -> str:
    """Print text as a docstring with its quotes; its further lines are indented by so many spaces."""
    first, *rest = [line.expandtabs(4).rstrip() for line in text.strip().splitlines()] or [""]
    margin = " " * indent
    further = textwrap.indent(textwrap.dedent("\n".join(rest)), margin, lambda line: line != "\n")
    body = f"{first.lstrip()}\n{further}" if rest else first.lstrip()
    prefix = ""
    if "\\" in body and '"""' not in body and not _UNPRINTABLE.search(body.replace("\n", "")):
        prefix = "r"
    else:
        # Only this form of escape is free of complaints about a docstring that is not raw.
        body = body.replace("\\", "\\u005c").replace('"""', '\\"\\"\\"')
        body = "\n".join(escaped(line, astral="\\U{:08x}", latin="\\u{:04x}") for line in body.split("\n"))
    if rest:
        return f'{prefix}"""{_apart(body)}\n{margin}"""'
    return f'{prefix}"""{_apart(body)}{_chaperone(body)}"""'


def comment(text: str, indent: int = 0) -> str:
    """Print text as a comment, one `#` per line."""
    lines = [_pragma(line.expandtabs(4).rstrip()) for line in text.strip().splitlines()] or [""]
    return f"\n{' ' * indent}".join(f"# {line}" if line else "#" for line in lines)


def escaped(text: str, *, astral: str = "\\U{:08x}", latin: str = "\\x{:02x}") -> str:
    """Replace every character that one could not see, by the escape of the given forms."""

    def escape(match: re.Match[str]) -> str:
        point = ord(match[0])
        return (latin if point <= _LATIN else "\\u{:04x}" if point <= _BASIC else astral).format(point)

    return _UNPRINTABLE.sub(escape, text)


@functools.lru_cache(maxsize=65536)
def _string(text: str) -> str:
    body = text.replace("\\", "\\\\")
    for character, short in _SHORT.items():
        body = body.replace(character, short)
    body = escaped(body)
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def _apart(body: str) -> str:
    return f" {body}" if body.startswith('"') else body


def _chaperone(body: str) -> str:
    # A space keeps the last character apart from the closing quotes, unless it is a quote that is escaped.
    escapes = body.removesuffix('"')
    odd = (len(escapes) - len(escapes.rstrip("\\"))) % 2 == 1
    return " " if odd != body.endswith('"') else ""


def _pragma(line: str) -> str:
    return _PRAGMA.sub(r"\1\2'\3'", escaped(line))
