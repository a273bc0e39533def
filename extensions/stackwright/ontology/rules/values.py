"""The values of enums, and their texts on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Value

_LONGEST = 255


def empty_enums(draft: Draft) -> Iterator[Problem]:
    """An enum has a value."""
    for ontology in draft.written:
        for enum in ontology.enums:
            if not enum.values and enum.name.text not in ontology.broken:
                message = f"enum {quoted(enum.name.text)} has no values"
                yield Problem(
                    code="SW114", message=message, at=enum.name.at, help="write NAME: [value, value]"
                )


def wires(draft: Draft) -> Iterator[Problem]:
    """Values differ on the wire, and are short texts without control characters."""
    for ontology in draft.written:
        for values in (
            *(enum.values for enum in ontology.enums),
            *(o.states or () for o in ontology.objects),
        ):
            yield from _wires(values)


def _wires(values: tuple[Value, ...]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for value in values:
        wire = value.wire
        if len(wire.text) > _LONGEST or not wire.text.isprintable() or wire.text != wire.text.strip():
            message = f"{quoted(wire.text)} is no text for the wire"
            advice = f"up to {_LONGEST} printable characters, without spaces around them"
            yield Problem(code="SW116", message=message, at=wire.at, help=advice)
        first = seen.setdefault(wire.text, value.name.text)
        if first != value.name.text and first.lower() != value.name.text.lower():
            message = (
                f"{quoted(value.name.text)} and {quoted(first)} are both {quoted(wire.text)} on the wire"
            )
            yield Problem(code="SW115", message=message, at=wire.at)
