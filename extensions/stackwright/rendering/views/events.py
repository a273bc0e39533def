"""What the events of an ontology print: those that are declared, and one for each transition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import (
    Field,
    Ref,
    Scalar,
)
from stackwright.ontology.names import attr, pascal
from stackwright.rendering.lines import assigned
from stackwright.rendering.python import py
from stackwright.rendering.views.contract import KERNEL, phrase
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.shapes import ClassView, shape, summary

if TYPE_CHECKING:
    from stackwright.ontology.ir import Event, Object, Transition
    from stackwright.rendering.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event: its class, its name on the wire, and what it speaks of."""

    shape: ClassView
    name_line: str
    subject: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """The events of an ontology, declared ones first."""

    imports: str
    events: tuple[EventView, ...]


def events_view(scope: Scope) -> EventsView:
    """Describe the events of an ontology."""
    ontology = scope.ontology
    views: list[EventView] = []
    fields: list[Field] = []
    for event in ontology.events:
        views.append(_declared_event(event))
        fields += event.fields
    for one in ontology.objects:
        for move in one.transitions:
            made = transition_fields(one, move)
            name = transition_event(one, move)
            about = f"The {phrase(one)} has made the transition {move.name}."
            subject = f"events.subject_of({py(f'{one.namespace}.{one.name}')}, self.{one_attr(one)})"
            views.append(
                EventView(
                    shape=shape(name, about, made),
                    name_line=_named(f"{ontology.name}.{one.name}.{move.name}"),
                    subject=subject,
                )
            )
            fields += made
    texts = ["events", "ClassVar"] if views else []
    texts += [line for view in views for line in view.shape.lines]
    known = declared(fields, ".types", ontology.name)
    return EventsView(imports=imports(texts, {**KERNEL, **known}, scope.package), events=tuple(views))


def _declared_event(event: Event) -> EventView:
    subject = None
    for field in event.fields:
        if isinstance(field.type, Ref) and not field.optional:
            kind = py(f"{field.type.namespace}.{field.type.name}")
            subject = f"events.subject_of({kind}, self.{field.attr})"
            break
    wire = f"{event.namespace}.{event.name}"
    made = shape(event.name, summary(event), event.fields)
    return EventView(shape=made, name_line=_named(wire), subject=subject)


def _named(wire: str) -> str:
    return assigned("EVENT", "ClassVar[str]", py(wire))


def transition_event(one: Object, move: Transition) -> str:
    """Return the class of the event that a transition emits."""
    return f"{one.name}{pascal(move.name)}Event"


def transition_fields(one: Object, move: Transition) -> list[Field]:
    """Return the payload of a transition's event."""
    text = Scalar(kind="text")
    moment = Scalar(kind="datetime")
    return [
        key_field(one),
        Field(name="from_state", attr="from_state", title="From state", type=text),
        Field(name="to_state", attr="to_state", title="To state", type=text),
        *move.fields,
        Field(name="occurred_at", attr="occurred_at", title="Occurred at", type=moment),
    ]


def key_field(one: Object) -> Field:
    """Return the field that names the object in the events of its transitions."""
    ref = Ref(namespace=one.namespace, name=one.name, target=one)
    return Field(name=one.snake, attr=attr(one.snake), title=one.title, type=ref)


def one_attr(one: Object) -> str:
    """Return the attribute of the object's key in the events of its transitions."""
    return key_field(one).attr
