"""Pages of Markdown as something that can be done: their fenced blocks, in order.

A block says what it is behind its fence:

    sh            commands, run together in one shell
    sh serve      a command that serves until `sh stop`
    text          what the commands before have printed: each line somewhere; … stands for anything
    LANGUAGE FILE the whole text of a file
    diff FILE     a change of a file: its lines with + and without
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what stands behind that, its text, and its line."""

    language: str
    target: str | None
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    """Every fenced block of a page."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found[1], found[2], found[3], line)


def changed(text: str, diff: str) -> str:
    """The text after a change, which must fit in exactly one place."""
    lines = [line if line.strip() else " \n" for line in diff.splitlines(keepends=True)]
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    assert text.count(before) == 1, f"this does not stand there once:\n{before}"
    return text.replace(before, after)


def said(output: str, expected: str) -> list[str]:
    """The expected lines that are nowhere in what was printed."""
    patterns = {line: ".*".join(map(re.escape, line.split("…"))) for line in expected.splitlines()}
    return [line for line, pattern in patterns.items() if not re.search(pattern, output)]
