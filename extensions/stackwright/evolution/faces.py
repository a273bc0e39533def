"""Where each part of a model shows: in requests, in answers, in events, in columns, inside stored JSON.

A struct or an enum shows wherever a field has it, and a key wherever a reference leads to its object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from stackwright.ontology.constraints import innermost
from stackwright.ontology.ir import (
    Enum,
    Event,
    EventOutput,
    ListOf,
    Made,
    Ref,
    ResultOutput,
    Struct,
    TransitionEvent,
    TransitionOutput,
)
from stackwright.ontology.names import snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.evolution.change import Face
    from stackwright.ontology.ir import Field, Model, Object, Output, Transition, Type

Faces: TypeAlias = "frozenset[Face]"
Id: TypeAlias = tuple[str, ...]

REQUEST: Faces = frozenset(("request",))
RESPONSE: Faces = frozenset(("response",))
COLUMN: Faces = frozenset(("column",))
_EVENT: Faces = frozenset(("event",))
_ROW: Faces = frozenset(("request", "response", "column"))


def identity(thing: Enum | Struct | Object | Event | Ref) -> Id:
    """Return what tells a declared thing, or the object that a reference names, from all others."""
    return (thing.namespace, snake(thing.name))


class Showing:
    """The faces of all parts of one model."""

    def __init__(self, model: Model) -> None:
        self._types: dict[Id, Faces] = {}
        self._keys: dict[Id, Faces] = {}
        self._answered: set[Id] = set()
        for ontology in model.ontologies:
            self._answered |= {announced(one.output) for one in ontology.actions}
        for fields, faces in self._owners(model):
            for field in fields:
                self._walk(field.type, faces)
        for thing in model.objects():
            for field in thing.fields:
                self._walk(field.type, self.of_field(thing, field) | _filtered(field))

    def of_type(self, thing: Enum | Struct) -> Faces:
        """Return the faces of an enum or of the members of a struct."""
        return self._types.get(identity(thing), frozenset())

    def of_field(self, thing: Object, field: Field) -> Faces:
        """Return the faces of an object's field."""
        key = field.name in thing.key
        writable = not field.readonly and field.default != Made(how="auto")
        sent = "create" in thing.writes or ("update" in thing.writes and not key)
        faces: set[Face] = {"column"}
        if key:
            faces |= self.of_key(thing)
        if not field.private:
            faces.add("response")
        if writable and sent:
            faces.add("request")
        return frozenset(faces)

    def of_key(self, thing: Object) -> Faces:
        """Return the faces of an object's key: its paths, its answers, and all that refers to it."""
        events: Faces = _EVENT if thing.transitions else frozenset()
        return _ROW | events | self._keys.get(identity(thing), frozenset())

    def of_move(self, thing: Object, move: Transition) -> Faces:
        """Return the faces of a transition's fields."""
        return self._emitted((*identity(thing), move.name)) | REQUEST

    def of_event(self, event: Event) -> Faces:
        """Return the faces of an event's fields; an action that announces it also answers with it."""
        return self._emitted(identity(event))

    def _emitted(self, event: Id) -> Faces:
        return _EVENT | RESPONSE if event in self._answered else _EVENT

    def _owners(self, model: Model) -> Iterator[tuple[Iterable[Field], Faces]]:
        for ontology in model.ontologies:
            for thing in ontology.objects:
                for move in thing.transitions:
                    yield move.fields, self.of_move(thing, move)
            for event in ontology.events:
                yield event.fields, self.of_event(event)
            for action in ontology.actions:
                yield action.input, REQUEST
                yield getattr(action.output, "fields", ()), RESPONSE

    def _walk(self, type_: Type, faces: Faces) -> None:
        match type_:
            case ListOf(item=item):
                self._walk(item, faces if isinstance(item, Ref) else _inside(faces))
            case Ref():
                known = self._keys.get(identity(type_), frozenset())
                if not faces <= known:
                    self._keys[identity(type_)] = known | faces
                    for field in type_.target.key_fields:
                        self._walk(field.type, faces)
            case Enum() | Struct():
                members = _inside(faces) if isinstance(type_, Struct) else faces
                known = self._types.get(identity(type_), frozenset())
                if members <= known:
                    return
                self._types[identity(type_)] = known | members
                for field in type_.fields if isinstance(type_, Struct) else ():
                    self._walk(field.type, members)


def stored_inside(faces: Faces, field: Field) -> Faces:
    """Return the faces of what a field holds: the items of a stored list lie inside its column."""
    return _inside(faces) if isinstance(field.type, ListOf) and not field.many else faces


def _filtered(field: Field) -> Faces:
    """Return what is asked of an enum beyond the values of a field: lists are filtered by it."""
    return REQUEST if isinstance(innermost(field.type), Enum) and not field.private else frozenset()


def _inside(faces: Faces) -> Faces:
    return (faces - {"column"}) | {"packed"} if "column" in faces else faces


def announced(one: Event | TransitionEvent | Output) -> Id:
    """Return what tells an event, or the event that an action answers with, from all others."""
    match one:
        case Event():
            return identity(one)
        case EventOutput(event=event):
            return identity(event)
        case TransitionOutput(object=thing, transition=move) | TransitionEvent(object=thing, transition=move):
            return (*identity(thing), move.name)
        case ResultOutput():
            return ()
