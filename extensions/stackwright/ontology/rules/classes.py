"""The classes that objects bring along: no declared thing has the name of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.names import pascal
from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Object, Ontology

_DERIVED = ("Key", "State", "Create", "Patch", "Row", "Repository")


def taken_classes(draft: Draft) -> Iterator[Problem]:
    """`Order` brings `OrderKey`, `OrderRow`, … and one class for each transition."""
    for ontology in draft.written:
        yield from _taken(ontology)


def _taken(ontology: Ontology) -> Iterator[Problem]:
    brought: dict[str, str] = {}
    moves: dict[str, str] = {}
    for thing in ontology.objects:
        moves |= dict.fromkeys(_of_transitions(thing), thing.name.text)
        brought |= dict.fromkeys((pascal(thing.name.text) + ending for ending in _DERIVED), thing.name.text)
    for thing in ontology.objects:
        for name, owner in zip(
            _of_transitions(thing), (move.name for move in thing.transitions), strict=True
        ):
            if name in brought:
                other = quoted(brought[name])
                message = f"transition {quoted(owner.text)} brings the class {name}, as {other} does"
                yield Problem(code="SW034", message=message, at=owner.at, help="rename the transition")
    shared = (*ontology.types, *ontology.enums, *ontology.structs, *ontology.objects)
    for named, classes in ((shared, brought | moves), (ontology.events, moves)):
        for one in named:
            source = classes.get(pascal(one.name.text))
            if source is not None:
                message = f"{quoted(one.name.text)} is also a class that {quoted(source)} brings along"
                yield Problem(code="SW034", message=message, at=one.name.at, help="rename one of them")


def _of_transitions(thing: Object) -> list[str]:
    return [pascal(thing.name.text) + pascal(move.name.text) for move in thing.transitions]
