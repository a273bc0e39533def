"""A YAML document as a tree that knows where each of its parts stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from stackwright.ontology.problems import Span

Plain: TypeAlias = "bool | int | Decimal | str | None"

_DIGITS = 100
_WORDS: dict[str, Plain] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value. `bare` is its text where it stood without quotes inside a short form."""

    value: Plain
    at: Span
    bare: str | None = None
    exact: bool = False  # the source shows the value character by character, from the start of `at`

    @property
    def text(self) -> str:
        """The value as text, whatever it is."""
        return self.bare if self.bare is not None else "" if self.value is None else str(self.value)

    def part(self, start: int, stop: int) -> Span:
        """Return where some characters of a text stand; the whole of it where that cannot be told."""
        return self.at.part(start, stop) if self.exact else self.at


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; its keys are text, whatever they look like. `flow` is one in braces."""

    entries: tuple[tuple[Leaf, Node], ...]
    at: Span
    flow: bool = False


Node: TypeAlias = Leaf | Items | Entries


def plain(text: str) -> Plain:
    """Return what an unquoted scalar means in YAML 1.2 (core schema, without infinities)."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789" or len(text) > _DIGITS:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    return Decimal(text) if _FLOAT.fullmatch(text) else text


def kind_of(node: Node) -> str:
    """Return what a node is, in the words of a problem."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Entries):
        return "a mapping"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return f"the truth value {str(node.value).lower()}"
    return "a text" if isinstance(node.value, str) else f"the number {node.value}"


def data(node: Node) -> object:
    """Return the bare values of a tree, in the author's order."""
    if isinstance(node, Entries):
        return {str(key.value): data(value) for key, value in node.entries}
    return [data(item) for item in node.items] if isinstance(node, Items) else node.value
