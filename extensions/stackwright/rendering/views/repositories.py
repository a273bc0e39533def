"""What the repositories of an ontology promise: methods that every one has, and one for each transition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.names import pascal
from stackwright.rendering.layout import fit
from stackwright.rendering.lines import assigned, broken
from stackwright.rendering.modules import module_of
from stackwright.rendering.views import types
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.events import key_field, transition_event
from stackwright.rendering.views.imports import declared, imports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackwright.ontology.ir import Object, Transition
    from stackwright.rendering.scope import Scope

# Methods that every repository has; a transition of such a name gets an underscore.
COMMON_METHODS = {"get", "find", "page", "create", "update", "delete", "history", "kept", "key_readers"}


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


def method_name(move: Transition) -> str:
    """Return the method that makes a transition."""
    return f"{move.attr}_" if move.attr in COMMON_METHODS else move.attr
