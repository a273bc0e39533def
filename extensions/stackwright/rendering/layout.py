"""Code laid out as `ruff format` would leave it, where the layout hangs on the length of a name."""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 88
_STEP = 4
_CHUNK = re.compile(r"[0-9]+|.", re.DOTALL)


def columns(text: str) -> int:
    """Count the columns that text takes, as the formatter counts them."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def fit(items: Iterable[str], head: str, tail: str = ")", indent: int = 0, width: int = WIDTH) -> str:
    """Lay out `head` + items + `tail`, starting at the column `indent`.

    Arguments and parameters (a head that ends in a bracket after a name) try one line, then all on one
    line of their own (but for a lone parameter), then one line each. The parts of a list, tuple, set,
    dict or import try one line, then one line each.
    """
    parts = tuple(items)
    flat = ", ".join(parts)
    last = head.rsplit("\n", 1)[-1]
    start = indent if "\n" not in head else 0
    one = f"{head}{_lone(parts, head, flat)}{tail}"
    room = width - columns(tail.split("\n", 1)[0])
    if not parts or ("\n" not in flat and start + columns(last) + columns(_lone(parts, head, flat)) <= room):
        return one
    pad = " " * indent
    inner = pad + " " * _STEP
    alone = len(parts) == 1 and last.lstrip().startswith(("def ", "async def "))
    if _called(head) and not alone and "\n" not in flat and columns(inner) + columns(flat) <= width:
        return f"{head}\n{inner}{flat}\n{pad}{tail}"
    return "\n".join([head, *(f"{inner}{part}," for part in parts), f"{pad}{tail}"])


def import_block(lines: Iterable[str], package: str | None = None, width: int = WIDTH) -> str:
    """Sort and group import statements as ruff's `I` rules do, one statement per module.

    A statement is `import x`, `import x as y` or `from x import a, b as c`; the same module may come more
    than once. `package` is the first party.
    """
    sections: list[list[str]] = [[], [], [], [], []]
    plain, named = _parsed(lines)
    for module in sorted(plain, key=_module_key):
        sections[_section(module, package)].append(f"import {module}")
    for module, members in sorted(named, key=lambda pair: (_module_key(pair[0]), _member_key(pair[1][0]))):
        sections[_section(module, package)].append(_from(module, members, width))
    return "\n\n".join("\n".join(section) for section in sections if section)


def wrap(text: str, indent: int = 0, width: int = WIDTH) -> str:
    """Break text into lines of at most `width` columns after an indent, keeping its paragraphs."""
    room = width - indent
    paragraphs = [_wrapped(block.split(), room) for block in text.strip().split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _wrapped(words: list[str], room: int) -> str:
    lines: list[str] = []
    for word in words:
        if lines and columns(lines[-1]) + 1 + columns(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def _columns(character: str) -> int:
    category = unicodedata.category(character)
    if category == "Cn":  # Python 3.11 takes what is not assigned yet for wide, all of it
        return 2 if "\U00020000" <= character <= "\U0003fffd" else 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if category in ("Mn", "Me", "Cf") else 1


def _called(head: str) -> bool:
    return head.endswith("(") and (head[-2:-1].isalnum() or head[-2:-1] in ("_", ")", "]"))


def _lone(parts: tuple[str, ...], head: str, flat: str) -> str:
    # A tuple of one part keeps its comma.
    is_tuple = head.endswith("(") and not _called(head)
    return f"{flat}," if is_tuple and len(parts) == 1 else flat


def _from(module: str, names: list[str], width: int) -> str:
    flat = f"from {module} import {', '.join(names)}"
    if columns(flat) <= width:
        return flat
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def _parsed(lines: Iterable[str]) -> tuple[set[str], list[tuple[str, list[str]]]]:
    plain: set[str] = set()
    named: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        module, names = _statement(line)
        if not names:
            plain.add(module)
        for name in names:
            # What is imported under another name stands in a statement of its own.
            alone = name if " as " in name else ""
            named.setdefault((module, alone), set()).add(name)
    return plain, [(module, sorted(names, key=_member_key)) for (module, _), names in named.items()]


@functools.lru_cache(maxsize=16384)
def _statement(line: str) -> tuple[str, tuple[str, ...]]:
    words = line.strip()
    if words.startswith("import "):
        return words[7:], ()
    module, names = words[5:].split(" import ", 1)
    return module, tuple(name.strip() for name in names.strip("()").split(",") if name.strip())


@functools.lru_cache(maxsize=4096)
def _section(module: str, package: str | None) -> int:
    root = module.split(" ", 1)[0].split(".", 1)[0]
    if module.startswith("."):
        return 4
    if root == "__future__":
        return 0
    if root == package:
        return 3
    return 1 if root in sys.stdlib_module_names else 2


@functools.lru_cache(maxsize=4096)
def _module_key(module: str) -> tuple[object, ...]:
    # Relative imports go from the farthest to the nearest.
    name = module.lstrip(".")
    return (len(name) - len(module), _natural(name))


@functools.lru_cache(maxsize=65536)
def _member_key(name: str) -> tuple[object, ...]:
    # CONSTANT, then Class, then function, each in natural order.
    base = name.split(" as ", 1)[0]
    kind = 0 if base.isupper() and len(base) > 1 else 1 if base[:1].isupper() else 2
    return (kind, _natural(base), name)


def _natural(name: str) -> tuple[object, ...]:
    return (_chunks(name.lower()), _chunks(name))


def _chunks(name: str) -> tuple[object, ...]:
    # Runs of digits compare as numbers, and before them those that begin with a zero, as text.
    return tuple(
        (ord("0"), chunk[0] != "0", chunk if chunk[0] == "0" else int(chunk))
        if chunk[0].isdigit()
        else (ord(chunk), False, "")
        for chunk in _CHUNK.findall(name)
    )
