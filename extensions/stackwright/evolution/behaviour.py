"""What has become of events, actions and triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.faces import REQUEST, RESPONSE, announced
from stackwright.evolution.fields import fields_compared
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.pairing import paired
from stackwright.evolution.texts import texts_compared
from stackwright.ontology.ir import Event, EventOutput, ResultOutput, TransitionOutput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.change import Change
    from stackwright.evolution.context import Context
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Action, Ontology, Output, Trigger

_EVENT: Faces = frozenset(("event",))


def behaviour_compared(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    """Yield the changes of what an ontology announces, can be asked for, and does by itself."""
    yield from _events(old, new, context)
    yield from _actions(old, new, context)
    yield from _triggers(old, new, context)


def _events(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    pairs = paired(old.events, new.events)
    for was, now in pairs.both:
        place = f"{new.name}.{now.name}"
        if was.name != now.name:  # another spelling, which consumers see
            yield KINDS["event-removed"].at(f"{new.name}.{was.name}", _EVENT)
            yield KINDS["event-added"].at(place, _EVENT)
            continue
        yield from texts_compared(place, was, now)
        faces = context.before.of_event(was) & context.after.of_event(now)
        yield from fields_compared(place, was.fields, now.fields, faces, context)
    for event in pairs.added:
        yield KINDS["event-added"].at(f"{new.name}.{event.name}", _EVENT)
    for event in pairs.removed:
        yield KINDS["event-removed"].at(f"{new.name}.{event.name}", _EVENT)


def _actions(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    pairs = paired(old.actions, new.actions)
    for was, now in pairs.both:
        place = f"{new.name}.{now.snake}"
        yield from texts_compared(place, was, now)
        yield from fields_compared(f"{place}.input", was.input, now.input, REQUEST, context)
        yield from _output(place, was, now, context)
    for action in pairs.added:
        yield KINDS["action-added"].at(f"{new.name}.{action.snake}", REQUEST)
    for action in pairs.removed:
        yield KINDS["action-removed"].at(f"{new.name}.{action.snake}", REQUEST)


def _output(place: str, old: Action, new: Action, context: Context) -> Iterator[Change]:
    if isinstance(old.output, ResultOutput) and isinstance(new.output, ResultOutput):
        here = f"{place}.output"
        yield from fields_compared(here, old.output.fields, new.output.fields, RESPONSE, context)
    elif context.event_now(old.output) != announced(new.output):
        yield KINDS["output-changed"].at(place, RESPONSE, _told(old.output), _told(new.output))


def _told(output: Output) -> str:
    match output:
        case TransitionOutput(object=thing, transition=move):
            return f"transition {thing.namespace}.{thing.name}.{move.name}"
        case EventOutput(event=event):
            return f"event {event.namespace}.{event.name}"
    return "a result of its own"


def _triggers(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    pairs = paired(old.triggers, new.triggers)
    for was, now in pairs.both:
        place = f"{new.name}.{now.name}"
        yield from texts_compared(place, was, now)
        if context.event_now(was.when) != announced(now.when) or _run(was) != _run(now):
            before, after = (f"{_when(one)} → {one.run.snake}" for one in (was, now))
            yield KINDS["trigger-changed"].at(place, _EVENT, before, after)
        elif was.bindings != now.bindings:
            yield KINDS["trigger-inputs-changed"].at(place, _EVENT)
    for trigger in pairs.added:
        place = f"{new.name}.{trigger.name}"
        yield KINDS["trigger-added"].at(place, _EVENT, _when(trigger), trigger.run.snake)
    for trigger in pairs.removed:
        place = f"{new.name}.{trigger.name}"
        yield KINDS["trigger-removed"].at(place, _EVENT, _when(trigger), trigger.run.snake)


def _run(trigger: Trigger) -> tuple[str, str]:
    return trigger.run.namespace, trigger.run.snake


def _when(trigger: Trigger) -> str:
    when = trigger.when
    if isinstance(when, Event):
        return f"{when.namespace}.{when.name}"
    return f"{when.object.namespace}.{when.object.name}.{when.transition.name}"
