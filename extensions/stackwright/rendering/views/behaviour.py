"""What events, actions, triggers and repositories of an ontology print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import (
    EventOutput,
    Field,
    FromEvent,
    ListOf,
    Literally,
    Made,
    Ref,
    ResultOutput,
    Scalar,
    TransitionEvent,
    TransitionOutput,
)
from stackwright.ontology.names import attr, pascal
from stackwright.rendering.layout import fit, import_block
from stackwright.rendering.lines import assigned, broken
from stackwright.rendering.modules import function_of, module_of
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.contract import KERNEL, phrase
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.shapes import ClassView, shape, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.ir import Action, Binding, Event, Object, Transition, Trigger
    from stackwright.rendering.scope import Scope

# Methods that every repository has; a transition of such a name gets an underscore.
COMMON_METHODS = {"get", "find", "page", "create", "update", "delete", "history", "kept", "key_readers"}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action: what it takes, what it answers with, and what it does by itself."""

    name: str
    shape: ClassView
    result: ClassView | None
    output: str
    about: str
    body: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsView:
    """The actions of an ontology."""

    imports: str
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A transition as a method of its object's repository."""

    name: str
    transition: str
    head: str
    fields: str | None
    optional: bool
    event: str
    about: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryView:
    """The repository of an object: its type parameters and its own methods."""

    name: str
    attr: str
    parameters: str
    about: str
    methods: tuple[MethodView, ...]
    alias: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoriesView:
    """The repositories of an ontology."""

    imports: str
    aliases: tuple[str, ...]
    repositories: tuple[RepositoryView, ...]


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


def transition_event(one: Object, move: Transition) -> str:
    """Return the class of the event that a transition emits."""
    return f"{one.name}{pascal(move.name)}Event"


def method_name(move: Transition) -> str:
    """Return the method that makes a transition."""
    return f"{move.attr}_" if move.attr in COMMON_METHODS else move.attr


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


def one_attr(one: Object) -> str:
    """Return the attribute of the object's key in the events of its transitions."""
    return key_field(one).attr


def key_field(one: Object) -> Field:
    """Return the field that names the object in the events of its transitions."""
    ref = Ref(namespace=one.namespace, name=one.name, target=one)
    return Field(name=one.snake, attr=attr(one.snake), title=one.title, type=ref)


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


def actions_view(scope: Scope) -> ActionsView:
    """Describe the actions of an ontology."""
    ontology = scope.ontology
    views = tuple(_action(scope, action) for action in ontology.actions)
    fields = [field for action in ontology.actions for field in action.input]
    for action in ontology.actions:
        if isinstance(action.output, ResultOutput):
            fields += action.output.fields
    texts = ["dataclass"]
    own = {
        **KERNEL,
        **declared(fields, ".types", ontology.name),
        "events": "from . import events",
        "Context": "from ...context import Context",
        "NotWrittenError": "from ...contract.errors import NotWrittenError",
    }
    for view in views:
        texts += [*view.shape.lines, *view.body, view.output, "Protocol", "Shape", "Context"]
        texts += view.result.lines if view.result else ()
    for action in ontology.actions:
        output = action.output
        if isinstance(output, TransitionOutput) and output.transition.fields:
            name = f"{output.object.name}{pascal(output.transition.name)}"
            module = _module(output.object, ontology.name)
            own[name] = f"from {module} import {name}"
        if isinstance(output, TransitionOutput) and output.object.namespace != ontology.name:
            alias = f"{output.object.namespace}_events"
            own[alias] = f"from ...{output.object.namespace}.contract import events as {alias}"
        if isinstance(output, EventOutput) and output.event.namespace != ontology.name:
            alias = f"{output.event.namespace}_events"
            own[alias] = f"from ...{output.event.namespace}.contract import events as {alias}"
    return ActionsView(imports=imports(texts, own, scope.package), actions=views)


@dataclass(frozen=True, slots=True, kw_only=True)
class StubView:
    """The file in which a team writes an action."""

    imports: str
    name: str
    about: str
    signature: str
    gap: bool


def action_view(scope: Scope) -> StubView:
    """Describe the file in which a team writes an action."""
    action = scope.action
    view = _action(scope, action)
    output = f"actions.{view.output}" if view.result else view.output
    contract = f"{scope.package}.generated.{action.namespace}.contract"
    lines = [f"from {scope.package}.generated.context import Context", f"from {contract} import actions"]
    module = output.partition(".")[0]
    if module != "actions":
        owner = module.removesuffix("_events") if module.endswith("_events") else action.namespace
        alias = f" as {module}" if module != "events" else ""
        lines.append(f"from {scope.package}.generated.{owner}.contract import events{alias}")
    word = "async " if scope.is_async else ""
    parameters = [f"action: actions.{view.shape.name}", "context: Context"]
    return StubView(
        imports=import_block(lines, scope.package),
        name=view.name,
        about=view.about,
        signature=fit(parameters, f"{word}def {view.name}(", f") -> {output}:"),
        gap=gap(action),
    )


def repositories_view(scope: Scope) -> RepositoriesView:
    """Describe the repositories of an ontology."""
    ontology = scope.ontology
    views = tuple(_repository(scope, one) for one in ontology.objects)
    own = {
        "events": "from . import events",
        "Objects": "from ...contract.collections import Objects",
        "IfMatch": "from ...contract.answers import IfMatch",
        "ANY_VERSION": "from ...contract.answers import ANY_VERSION",
        "TypeAlias": "from typing import TypeAlias",
    }
    own |= {
        f"{one.name}Key": f"from .types import {one.name}Key" for one in ontology.objects if len(one.key) > 1
    }
    for one in ontology.objects:
        own |= declared(one.key_fields, ".types", ontology.name)
        names = [one.name, f"{one.name}Create", f"{one.name}Patch"]
        names += [f"{one.name}{pascal(move.name)}" for move in one.transitions if move.fields]
        own |= {name: f"from .{module_of(one)} import {name}" for name in names}
    texts = ["dataclass"]
    for view in views:
        texts += [view.parameters, "Objects", "" if view.methods else "TypeAlias"]
        if view.methods:
            texts += ["Protocol", "IfMatch", "ANY_VERSION", "events"]
        texts += [text for method in view.methods for text in (method.head, method.event)]
    return RepositoriesView(
        imports=imports(texts, own, scope.package),
        aliases=tuple(view.alias for view in views if not view.methods),
        repositories=views,
    )


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


def _module(one: Object, namespace: str) -> str:
    name = module_of(one)
    return f".{name}" if one.namespace == namespace else f"...{one.namespace}.contract.{name}"


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


def _action(scope: Scope, action: Action) -> ActionView:
    name = pascal(action.name)
    result = None
    match action.output:
        case TransitionOutput(object=one, transition=move):
            prefix = "events" if one.namespace == action.namespace else f"{one.namespace}_events"
            output = f"{prefix}.{transition_event(one, move)}"
        case EventOutput(event=event):
            prefix = "events" if event.namespace == action.namespace else f"{event.namespace}_events"
            output = f"{prefix}.{event.name}"
        case ResultOutput(fields=fields):
            result = shape(f"{name}Result", f"What {action.name} answers with.", fields)
            output = f"{name}Result"
    parameters = [f"action: {name}", "context: Context"]
    word = "async " if scope.is_async else ""
    return ActionView(
        name=function_of(action),
        shape=shape(name, summary(action), action.input),
        result=result,
        output=output,
        about=summary(action),
        body=tuple(_default_body(scope, action)),
        signature=fit(parameters, f"{word}def {function_of(action)}(", f") -> {output}:"),
    )


def gap(action: Action) -> bool:
    """Whether the model does not say what the action does, so that it answers 501 until written."""
    given = {field.name for field in action.input}
    match action.output:
        case TransitionOutput(object=one, transition=move):
            lacking = [field for field in move.fields if field.required and field.name not in given]
            return bool(lacking) or _names_object(action, one) is None
        case EventOutput(event=event):
            return any(field.required and field.name not in given for field in event.fields)
    return True


def _names_object(action: Action, one: Object) -> Field | None:
    for field in action.input:
        type_ = field.type
        if isinstance(type_, Ref) and (type_.namespace, type_.name) == (one.namespace, one.name):
            return field
    return None


def _default_body(scope: Scope, action: Action) -> Iterator[str]:
    wait = "await " if scope.is_async else ""
    if gap(action):
        yield f'    raise NotWrittenError("{action.snake} is not written yet.")'
        return
    given = {field.name: field for field in action.input}
    match action.output:
        case TransitionOutput(object=one, transition=move):
            named = _names_object(action, one)
            arguments = [f"action.{named.attr}"] if named else []
            passed = [
                f"{field.attr}=action.{given[field.name].attr}"
                for field in move.fields
                if field.name in given
            ]
            if move.fields:
                arguments.append(f"{one.name}{pascal(move.name)}({', '.join(passed)})")
            call = f"context.{one.namespace}.{one.plural}.{method_name(move)}"
            yield broken(f"    return {wait}{call}({', '.join(arguments)})", 4)
        case EventOutput(event=event):
            passed = [
                f"{field.attr}=action.{given[field.name].attr}"
                for field in event.fields
                if field.name in given
            ]
            prefix = "events" if event.namespace == action.namespace else f"{event.namespace}_events"
            yield broken(f"    event = {prefix}.{event.name}({', '.join(passed)})", 4)
            yield f"    {wait}context.emit(event)"
            yield "    return event"


def _repository(scope: Scope, one: Object) -> RepositoryView:
    parameters = f"{one.name}, {types.key_type(one)}, {one.name}Create, {one.name}Patch"
    name = f"{one.name}Repository"
    return RepositoryView(
        name=name,
        attr=one.plural,
        parameters=parameters,
        about=f"The {phrase(one)}: kept, found and moved.",
        methods=tuple(methods(scope, one)),
        alias=broken(f"{name}: TypeAlias = Objects[{parameters}]", 0),
        line=assigned(one.plural, name),
    )


def methods(scope: Scope, one: Object) -> Iterable[MethodView]:
    """Yield the methods that make an object's transitions."""
    word = "async " if scope.is_async else ""
    for move in one.transitions:
        parameters = ["self", f"key: {types.key_type(one)}"]
        fields = f"{one.name}{pascal(move.name)}" if move.fields else None
        if fields is not None:
            optional = not any(field.required for field in move.fields)
            parameters.append(f"fields: {fields} | None = None" if optional else f"fields: {fields}")
        parameters.append("if_match: IfMatch = ANY_VERSION")
        event = transition_event(one, move)
        sources = " or ".join(move.sources)
        yield MethodView(
            name=method_name(move),
            transition=move.name,
            head=_method(f"{word}def {method_name(move)}", parameters, f"events.{event}"),
            fields=fields,
            optional=not any(field.required for field in move.fields),
            event=event,
            about=move.description or f"Move it from {sources} to {move.target}.",
            object=key_field(one).attr,
        )


def _method(name: str, parameters: list[str], returns: str) -> str:
    return "    " + fit(parameters, f"{name}(", f") -> {returns}:", indent=4)


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
