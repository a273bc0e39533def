"""Diagrams as Mermaid's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackwright.diagrams.graph import Entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.diagrams.graph import Attribute, Diagram, Number, States

# At the start of a word the lexer takes these for the mark of a key.
_MARKS = re.compile(r"\b(pk|fk|uk)\b", re.IGNORECASE)
# And these, followed by a space, for the start of another statement.
_WORDS = {"class", "classdef", "click", "default", "direction", "end", "hide", "href", "note", "scale",
          "state", "style"}  # fmt: skip
_OWNERS: Mapping[tuple[int, bool], str] = {
    (0, False): "o|",
    (1, False): "||",
    (0, True): "o{",
    (1, True): "|{",
}
_TARGETS: Mapping[tuple[int, bool], str] = {
    (0, False): "|o",
    (1, False): "||",
    (0, True): "}o",
    (1, True): "}|",
}


def mermaid(diagram: Diagram) -> str:
    """Return an `erDiagram`, or a `stateDiagram-v2`."""
    lines = _er(diagram) if isinstance(diagram, Entities) else _states(diagram)
    return "\n".join(lines) + "\n"


def _er(diagram: Entities) -> Iterator[str]:
    yield "erDiagram"
    for entity in diagram.entities:
        yield f'  "{entity.name}" {{'
        for attribute in entity.attributes:
            yield f"    {_attribute(attribute)}"
        yield "  }"
    for one in diagram.relationships:
        line = "--" if one.identifying else ".."
        ends = f"{_end(_TARGETS, one.targets)}{line}{_end(_OWNERS, one.owners)}"
        yield f'  "{one.target}" {ends} "{one.owner}" : "{one.label}"'


def _attribute(attribute: Attribute) -> str:
    marks = f" {', '.join(attribute.marks)}" if attribute.marks else ""
    note = ' "optional"' if attribute.optional else ""
    return f"{_word(attribute.type)} {_word(attribute.name)}{marks}{note}"


def _word(text: str) -> str:
    """Return a type or a name as one word, which no space ends."""
    return _MARKS.sub(r"\1_", text.replace(" ", ""))


def _end(signs: Mapping[tuple[int, bool], str], number: Number) -> str:
    return signs[number.least, number.many]


def _states(diagram: States) -> Iterator[str]:
    yield "stateDiagram-v2"
    yield "  direction LR"
    for state in diagram.states:
        name = _plain(state)
        yield f"  {name}" if name == state else f'  state "{state}" as {name}'
    yield f"  [*] --> {_plain(diagram.states[0])}"
    for move in diagram.moves:
        yield f"  {_plain(move.source)} --> {_plain(move.target)} : {move.name}"


def _plain(state: str) -> str:
    """Return a name that the parser takes for nothing else, and no other state has: none ends in `_`."""
    return f"{state}_" if state.lower() in _WORDS else state
