"""Two models side by side, from the ontologies down to the last limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.behaviour import behaviour_compared
from stackwright.evolution.context import Context
from stackwright.evolution.faces import REQUEST
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.objects import objects_compared
from stackwright.evolution.pairing import paired
from stackwright.evolution.texts import texts_compared
from stackwright.evolution.values import types_compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.change import Change, Face
    from stackwright.ontology.ir import Model, Ontology


def compare(old: Model, new: Model) -> tuple[Change, ...]:
    """Return what has changed, in the order of the new model; nothing where both mean the same."""
    return tuple(_changes(old, new))


def _changes(old: Model, new: Model) -> Iterator[Change]:
    context = Context(old, new)
    pairs = paired(old.ontologies, new.ontologies)
    for was, now in pairs.both:
        yield from _ontology(was, now, context)
    for ontology in pairs.added:
        yield KINDS["ontology-added"].at(ontology.name, _faces(ontology))
    for ontology in pairs.removed:
        yield KINDS["ontology-removed"].at(ontology.name, _faces(ontology))


def _ontology(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    yield from texts_compared(new.name, old, new)
    if old.path != new.path:
        routes = _faces(old) & _faces(new) & REQUEST
        yield KINDS["path-changed"].at(new.name, routes, old.path, new.path)
    yield from types_compared(old, new, context)
    yield from objects_compared(new.name, old.objects, new.objects, context)
    yield from behaviour_compared(old, new, context)


def _faces(ontology: Ontology) -> set[Face]:
    """Return where an ontology shows: one that only declares types shows nowhere."""
    faces: set[Face] = set()
    if ontology.objects:
        faces |= {"request", "response", "column"}
    if ontology.actions:
        faces |= {"request", "response"}
    if ontology.events or any(thing.transitions for thing in ontology.objects):
        faces.add("event")
    return faces
