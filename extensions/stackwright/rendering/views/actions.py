"""What the actions of an ontology print: what they take and answer, and what they do if the model says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import (
    EventOutput,
    Field,
    Ref,
    ResultOutput,
    TransitionOutput,
)
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import fit, import_block
from stackwright.rendering.lines import broken
from stackwright.rendering.modules import function_of, module_of
from stackwright.rendering.views.contract import KERNEL
from stackwright.rendering.views.events import transition_event
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.repositories import method_name
from stackwright.rendering.views.shapes import ClassView, shape, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Action, Object
    from stackwright.rendering.scope import Scope


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
class StubView:
    """The file in which a team writes an action."""

    imports: str
    name: str
    about: str
    signature: str
    gap: bool


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


def _module(one: Object, namespace: str) -> str:
    name = module_of(one)
    return f".{name}" if one.namespace == namespace else f"...{one.namespace}.contract.{name}"
