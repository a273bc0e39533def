"""What the triggers of an ontology print: which action follows from which event, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import (
    Field,
    FromEvent,
    ListOf,
    Literally,
    Made,
    Ref,
    Scalar,
    TransitionEvent,
)
from stackwright.ontology.names import pascal
from stackwright.rendering.lines import broken
from stackwright.rendering.modules import function_of
from stackwright.rendering.views import types
from stackwright.rendering.views.events import transition_event, transition_fields
from stackwright.rendering.views.imports import imports
from stackwright.rendering.views.shapes import summary

if TYPE_CHECKING:
    from stackwright.ontology.ir import Binding, Trigger
    from stackwright.rendering.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerView:
    """A trigger: a function that calls an action with what the event says."""

    name: str
    function: str
    about: str
    event: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggersView:
    """The triggers of all ontologies."""

    imports: str
    triggers: tuple[TriggerView, ...]
    table: str


def triggers_view(scope: Scope) -> TriggersView:
    """Describe the triggers of all ontologies."""
    views: list[TriggerView] = []
    own = {"Context": "from .context import Context", "Handlers": "from .handlers import Handlers"}
    own["Trigger"] = "from .contract.events import Trigger"
    own["identifiers"] = "from .contract import identifiers"
    own["values"] = "from .contract import values"
    for ontology in scope.model.ontologies:
        name = ontology.name
        own[f"{name}_events"] = f"from .{name}.contract import events as {name}_events"
        own[f"{name}_actions"] = f"from .{name}.contract import actions as {name}_actions"
        views += [_trigger(scope, trigger) for trigger in ontology.triggers]
    texts = ["Trigger"] + (["Context", "Handlers"] if views else [])
    texts += [text for view in views for text in (*view.lines, view.event)]
    made = [f'Trigger("{view.name}", {view.event}, {view.function})' for view in views]
    listed = ", ".join(made) + ("," if len(made) == 1 else "")
    return TriggersView(
        imports=imports(texts, own, scope.package),
        triggers=tuple(views),
        table=broken(f"TRIGGERS: tuple[Trigger, ...] = ({listed})", 0),
    )


def _trigger(scope: Scope, trigger: Trigger) -> TriggerView:
    event = trigger.when
    if isinstance(event, TransitionEvent):
        namespace, name = event.object.namespace, transition_event(event.object, event.transition)
        fields = transition_fields(event.object, event.transition)
    else:
        namespace, name = event.namespace, event.name
        fields = list(event.fields)
    wait = "await " if scope.is_async else ""
    action = trigger.run
    loads: list[str] = []
    inputs = {field.name: field for field in action.input}
    passed = [
        f"{inputs[binding.input].attr}={_bound(binding, inputs[binding.input], fields, loads, wait)}"
        for binding in trigger.bindings
    ]
    made = f"{action.namespace}_actions.{pascal(action.name)}({', '.join(passed)})"
    lines = [*loads, broken(f"    action = {made}", 4)]
    lines.append(f"    {wait}handlers.{action.namespace}.{function_of(action)}(action, context)")
    return TriggerView(
        name=trigger.name,
        function=f"{trigger.namespace}_{trigger.name}",
        about=summary(trigger),
        event=f"{namespace}_events.{name}",
        lines=tuple(lines),
    )


def _bound(binding: Binding, field: Field, fields: list[Field], loads: list[str], wait: str) -> str:
    match binding.source:
        case Literally(value=value):
            return types.literal(field.type, value)
        case Made():
            return {
                "datetime": "identifiers.now()",
                "date": "identifiers.now().date()",
                "time": "identifiers.now().time()",
            }[field.type.kind if isinstance(field.type, Scalar) else "datetime"]
        case FromEvent(path=path):
            return _path(path, fields, loads, wait)


def _path(path: tuple[str, ...], fields: list[Field], loads: list[str], wait: str) -> str:
    """Return the expression of a value of the event; objects on the way are loaded first."""
    expression = "event"
    known = fields
    for at, step in enumerate(path):
        here = next((field for field in known if field.name == step), None)
        if here is None:  # a standard field, such as the state
            return f"{expression}.{step}"
        expression = f"{expression}.{here.attr}"
        if at + 1 == len(path):
            break
        type_ = here.type
        if isinstance(type_, Ref):
            target = type_.target
            name = "_".join(path[: at + 1])
            load = f"    {name} = {wait}context.{target.namespace}.{target.plural}.get({expression})"
            if load not in loads:
                loads.append(load)
            expression, known = name, list(target.fields)
        elif not isinstance(type_, ListOf):
            known = list(getattr(type_, "fields", ()))
    return expression
