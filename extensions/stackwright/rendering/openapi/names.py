"""The names of the document's schemas, parameters and operations.

Schemas of an ontology are `<ontology>.<Name>`; what all ontologies share has no dot. A derived name
(`shop.OrderCreate`) steps aside, with an underscore, for a type that the author has called so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from stackwright.ontology.ir import Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackwright.ontology.ir import Action, Enum, Event, Field, Model, Object, Struct, Transition

_T = TypeVar("_T")


@dataclass(frozen=True)
class Names:
    """Names that are unique in the document of a model, and depend on nothing else."""

    model: Model
    _known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Object, Names], _T], object_: Object) -> _T:
        """Return what is made of an object, made once for the whole document."""
        key = (make, object_.namespace, object_.name)
        if key not in self._known:
            self._known[key] = make(object_, self)
        return cast("_T", self._known[key])

    def declared(self, thing: Enum | Struct | Object) -> str:
        """Name the schema of something that the author has named."""
        return f"{thing.namespace}.{thing.name}"

    def derived(self, thing: Enum | Struct | Object, suffix: str) -> str:
        """Name a schema that follows from a declared one: `shop.OrderCreate`."""
        name = thing.name + suffix
        while name in self._taken[thing.namespace]:
            name += "_"
        return f"{thing.namespace}.{name}"

    def event(self, event: Event) -> str:
        """Name the payload of a declared event."""
        name = event.name
        while name in self._types[event.namespace]:
            name += "Event"
        return f"{event.namespace}.{name}"

    def transition(self, object_: Object, transition: Transition) -> str:
        """Name the payload of a transition's event, which is also the event's own name."""
        return f"{object_.namespace}.{object_.name}.{transition.name}"

    def action(self, action: Action, part: str) -> str:
        """Name the input or the result of an action."""
        return f"{action.namespace}.actions.{action.snake}.{part}"

    @cached_property
    def _types(self) -> dict[str, frozenset[str]]:
        return {
            ontology.name: frozenset(
                thing.name
                for things in (ontology.enums, ontology.structs, ontology.objects)
                for thing in things
            )
            for ontology in self.model.ontologies
        }

    @cached_property
    def _taken(self) -> dict[str, frozenset[str]]:
        return {
            ontology.name: self._types[ontology.name] | {event.name for event in ontology.events}
            for ontology in self.model.ontologies
        }


def key_parts(object_: Object, prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Yield each part of an object's key in a path: its name there, and the field that holds its value.

    A key field that refers to an object with a composite key has one part per field of that key.
    """
    for part in object_.key_fields:
        target = part.type.target if isinstance(part.type, Ref) else None
        if target is None:
            yield prefix + part.name, part
        elif len(parts := list(key_parts(target))) == 1:
            yield prefix + part.name, parts[0][1]
        else:
            yield from key_parts(target, f"{prefix}{part.name}_")
