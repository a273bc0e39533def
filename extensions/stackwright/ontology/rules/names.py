"""Names that are taken: letter case and underscores do not tell two things apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.names import plural, snake
from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Name, Ontology, Spoken


def taken_names(draft: Draft) -> Iterator[Problem]:
    """Types, enums, structs and objects share a namespace; whatever else has names has one of its own."""
    for ontology in draft.written:
        shared = (*ontology.types, *ontology.enums, *ontology.structs, *ontology.objects)
        in_order = sorted(shared, key=lambda thing: (thing.name.at.line, thing.name.at.column))
        yield from _taken(in_order, "")
        yield from _taken(ontology.events, "event ")
        yield from _taken(ontology.actions, "action ")
        yield from _taken(ontology.triggers, "trigger ")
        yield from _taken_inside(ontology)


def _taken_inside(ontology: Ontology) -> Iterator[Problem]:
    for enum in ontology.enums:
        yield from _taken(enum.values, "value ")
    for struct in ontology.structs:
        yield from _taken(struct.fields, "field ")
    for event in ontology.events:
        yield from _taken(event.fields, "field ")
    for thing in ontology.objects:
        yield from _taken(thing.fields, "field ")
        yield from _taken(thing.states or (), "state ")
        yield from _taken(thing.transitions, "transition ")
        for move in thing.transitions:
            yield from _taken(move.fields, "field ")
    for action in ontology.actions:
        yield from _taken(action.input, "input ")
        if isinstance(action.output, tuple):
            yield from _taken(action.output, "field ")


def _taken(things: Iterable[Spoken], what: str) -> Iterator[Problem]:
    seen: dict[str, Name] = {}
    for thing in things:
        name = thing.name
        folded = name.text.lower()
        first = seen.get(folded) or seen.get(f"{snake(name.text)}/")
        if first is not None:
            same = first.text == name.text
            message = (
                f"{what}{quoted(name.text)} is declared twice"
                if same
                else (
                    f"{what}{quoted(name.text)} and {quoted(first.text)} differ only in case or underscores"
                )
            )
            hint = f"first in line {first.at.line + 1}" if first.at.line >= 0 else ""
            yield Problem(code="SW031", message=message, at=name.at, hint=hint)
        else:
            seen[folded] = seen[f"{snake(name.text)}/"] = name


def taken_plurals(draft: Draft) -> Iterator[Problem]:
    """The plural of an object names its collection, so it is neither another's plural nor another's name."""
    for ontology in draft.written:
        singles = {snake(thing.name.text): thing for thing in ontology.objects}
        plurals: dict[str, Name] = {}
        for thing in ontology.objects:
            name = thing.name
            many = plural(snake(name.text))
            other = plurals.setdefault(many, name)
            if other is name and many in singles and singles[many] is not thing:
                other = singles[many].name
            if other is not name and snake(other.text) != snake(name.text):
                message = (
                    f"the plural of {quoted(name.text)}, {quoted(many)}, also names {quoted(other.text)}"
                )
                yield Problem(code="SW033", message=message, at=name.at, help="rename one of them")
