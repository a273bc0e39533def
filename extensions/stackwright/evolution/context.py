"""What all comparisons between two models share: where parts show, and what each is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stackwright.evolution.faces import Showing, announced, identity
from stackwright.evolution.pairing import paired
from stackwright.ontology.ir import Enum, ListOf, Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.evolution.faces import Faces, Id
    from stackwright.ontology.ir import (
        Event,
        Json,
        Model,
        Object,
        Output,
        Ref,
        Transition,
        TransitionEvent,
        Type,
    )

_T = TypeVar("_T", Enum, Struct)


class Context:
    """Two models, and which name in the old one is which in the new one."""

    def __init__(self, old: Model, new: Model) -> None:
        self.before, self.after = Showing(old), Showing(new)
        self._objects: dict[Id, Id] = {}
        self._wires: dict[Id, Mapping[str, str]] = {}
        self._moves: dict[Id, Id] = {}
        for was, now in paired(old.ontologies, new.ontologies).both:
            for one, other in paired(was.enums, now.enums).both:
                self._wires[identity(one)] = {
                    a.wire: b.wire for a, b in paired(one.values, other.values).both
                }
            for thing, same in paired(was.objects, now.objects).both:
                self._objects[identity(thing)] = identity(same)
        # The moves come last: telling a renamed one needs to know what its fields refer to.
        for was, now in paired(old.ontologies, new.ontologies).both:
            for thing, same in paired(was.objects, now.objects).both:
                for move, moved in self.moves(thing, same):
                    self._moves[(*identity(thing), move.name)] = (*identity(same), moved.name)

    def of_type(self, old: _T, new: _T) -> Faces:
        """Return where an enum's values or a struct's members show in both models."""
        return self.before.of_type(old) & self.after.of_type(new)

    def same_object(self, old: Ref, new: Ref) -> bool:
        """Tell whether two references lead to the same object, whatever it is called."""
        return self._objects.get(identity(old)) == identity(new)

    def moves(self, old: Object, new: Object) -> list[tuple[Transition, Transition]]:
        """Return the transitions of an object that are in both models.

        The language has no `was` for them: one that is gone is the one new one that does the same.
        """
        pairs = paired(old.transitions, new.transitions)
        states = {one.name: other.name for one, other in paired(old.states, new.states).both}
        both = list(pairs.both)
        for gone in pairs.removed:
            alike = [move for move in pairs.added if self._alike(gone, move, states)]
            rivals = [move for move in pairs.removed if alike and self._alike(move, alike[0], states)]
            if len(alike) == 1 and len(rivals) == 1:
                both.append((gone, alike[0]))
        return both

    def default_now(self, type_: Type, value: Json) -> Json:
        """Return a default of the old model with the texts that its enum has now."""
        if isinstance(type_, ListOf) and isinstance(value, list):
            return [self.default_now(type_.item, item) for item in value]
        if isinstance(type_, Enum) and isinstance(value, str):
            return self._wires.get(identity(type_), {}).get(value, value)
        return value

    def event_now(self, one: Event | TransitionEvent | Output) -> Id:
        """Return an event of the old model, or what an action answers with, as the new model calls it."""
        return self._moves.get(announced(one), announced(one))

    def _alike(self, old: Transition, new: Transition, states: Mapping[str, str]) -> bool:
        if [states.get(name) for name in old.sources] != list(new.sources):
            return False
        fields = [(one.name, one.type, one.optional, one.constraints) for one in old.fields]
        return states.get(old.target) == new.target and fields == [
            (one.name, one.type, one.optional, one.constraints) for one in new.fields
        ]
