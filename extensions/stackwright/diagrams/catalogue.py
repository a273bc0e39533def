"""Every diagram of a model, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.entities import of_model, of_ontology
from stackwright.diagrams.graph import Move, States

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.diagrams.graph import Diagram
    from stackwright.ontology.ir import Model, Object


def diagrams(model: Model) -> dict[str, Diagram]:
    """Return the diagrams: of all ontologies if they are several, of each, of each object with states."""
    return {diagram.name: diagram for diagram in _all(model)}


def of_states(thing: Object) -> States:
    """Return the states of an object; it must have some."""
    return States(
        name=f"{thing.namespace}.{thing.name}",
        title=thing.title,
        description=thing.description,
        states=tuple(state.name for state in thing.states),
        moves=tuple(
            Move(name=transition.name, source=source, target=transition.target)
            for transition in thing.transitions
            for source in transition.sources
        ),
    )


def _all(model: Model) -> Iterator[Diagram]:
    if len(model.ontologies) > 1:
        yield of_model(model)
    for ontology in model.ontologies:
        yield of_ontology(ontology)
        for thing in ontology.objects:
            if thing.states:
                yield of_states(thing)
