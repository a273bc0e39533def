"""What the routes of an object and of an ontology's actions print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Ref
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import import_block
from stackwright.rendering.lines import broken
from stackwright.rendering.modules import function_of, module_of
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.behaviour import method_name
from stackwright.rendering.views.contract import key_paths, phrase
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.shapes import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Object
    from stackwright.rendering.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRoute:
    """The route of a transition."""

    name: str
    function: str
    method: str
    shape: str | None
    about: str
    decorator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectRoutes:
    """The routes of an object."""

    imports: str
    title: str
    titles: str
    key_type: str
    key: str
    location: str
    path: str
    snake: str
    moves: tuple[MoveRoute, ...]
    create: bool
    update: bool
    delete: bool
    require_if_match: bool
    decorators: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRoute:
    """The route of an action."""

    name: str
    shape: str
    about: str
    decorator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRoutes:
    """The routes of an ontology's actions."""

    imports: str
    actions: tuple[ActionRoute, ...]


def object_routes(scope: Scope) -> ObjectRoutes:
    """Describe the routes of an object."""
    one, ontology = scope.object, scope.ontology
    path = "".join(f"/{{{'_'.join(names)}}}" for names, _ in key_paths(one))
    collection = f"/{one.plural}"
    prefix = f"{ontology.name}_{one.plural}"
    decorators = {
        "list": _decorator("get", collection, f"{prefix}_list"),
        "query": _decorator("post", f"{collection}/query", f"{prefix}_query"),
        "create": _decorator("post", collection, f"{prefix}_create", "status_code=201"),
        "get": _decorator("get", collection + path, f"{prefix}_get"),
        "update": _decorator("patch", collection + path, f"{prefix}_update"),
        "delete": _decorator("delete", collection + path, f"{prefix}_delete", "status_code=204"),
        "history": _decorator("get", f"{collection}{path}/history", f"{prefix}_history"),
    }
    moves = tuple(
        MoveRoute(
            name=move.name,
            function=f"{move.name}_{one.snake}{'_' if move.name in _COMMON else ''}",
            method=method_name(move),
            shape=f"{one.name}{pascal(move.name)}" if move.fields else None,
            about=move.description or f"Move it from {' or '.join(move.sources)} to {move.target}.",
            decorator=_decorator(
                "post", f"{collection}{path}/{move.name}", f"{prefix}_transition_{move.name}"
            ),
        )
        for move in one.transitions
    )
    own = {
        **_KERNEL,
        **declared(one.key_fields, "..contract.types", one.namespace),
        **{
            name: f"from ..contract.{module_of(one)} import {name}"
            for name in ("KEY", "QUERYABLE", one.name, f"{one.name}Create", f"{one.name}Patch")
        },
        **{
            move.shape: f"from ..contract.{module_of(one)} import {move.shape}"
            for move in moves
            if move.shape
        },
    }
    if len(one.key) > 1:
        own[f"{one.name}Key"] = f"from ..contract.types import {one.name}Key"
    key = _key(one, iter(["_".join(names) for names, _ in key_paths(one)]))
    texts = [
        "Annotated",
        "APIRouter",
        "Depends",
        "Request",
        "Response",
        "TypeAdapter",
        "Query",
        "KEY",
        "QUERYABLE",
    ]
    texts += [one.name, key, types.key_type(one), "respond", "shown", "page", "reading", "listed", "queried"]
    texts += ["read_path", "no_parameters", "if_match", "if_none_match"]
    if "create" in one.writes:
        texts += [f"{one.name}Create", "created", "location", "writing", "body"]
    if "update" in one.writes:
        texts += [f"{one.name}Patch", "PATCH_TYPES", "writing", "body"]
    if "delete" in one.writes:
        texts += ["Answer", "writing"]
    if moves:
        texts += ["HistoryEntry", "page_query", "writing", "body"]
        texts += [move.shape or "Nothing" for move in moves]
    return ObjectRoutes(
        imports=imports(texts, own, scope.package),
        title=phrase(one),
        titles=one.plural,
        key_type=types.key_type(one),
        key=key,
        location=_location(one),
        path=f"{ontology.path}/{one.plural}",
        snake=one.snake,
        moves=moves,
        create="create" in one.writes,
        update="update" in one.writes,
        delete="delete" in one.writes,
        require_if_match=one.require_if_match,
        decorators=decorators,
    )


def action_routes(scope: Scope) -> ActionRoutes:
    """Describe the routes of an ontology's actions."""
    ontology = scope.ontology
    routes = tuple(
        ActionRoute(
            name=function_of(action),
            shape=f"actions.{pascal(action.name)}",
            about=summary(action),
            decorator=_decorator(
                "post", f"/actions/{action.snake}", f"{ontology.name}_actions_{action.snake}"
            ),
        )
        for action in ontology.actions
    )
    needed = ["from fastapi import APIRouter"]
    if routes:
        needed += [
            "from typing import Annotated",
            "from fastapi import Depends, Request, Response",
            "from ...contract.answers import Answer",
            "from ...contract.references import references",
            "from ...web.requests import body, service, writing",
            "from ..contract import actions",
        ]
    return ActionRoutes(imports=import_block(needed, scope.package), actions=routes)


_KERNEL = {
    "APIRouter": "from fastapi import APIRouter",
    "Depends": "from fastapi import Depends",
    "Request": "from fastapi import Request",
    "Response": "from fastapi import Response",
    "Answer": "from ...contract.answers import Answer",
    "HistoryEntry": "from ...contract.transitions import HistoryEntry",
    "PATCH_TYPES": "from ...contract.bodies import PATCH_TYPES",
    "Query": "from ...contract.queries import Query",
    "created": "from ...contract.answers import created",
    "location": "from ...contract.answers import location",
    "page": "from ...contract.answers import page",
    "shown": "from ...contract.answers import shown",
    "read_path": "from ...contract.bodies import read_path",
    "respond": "from ...web.responses import respond",
    **{
        name: f"from ...web.requests import {name}"
        for name in (
            "Nothing", "body", "if_match", "if_none_match", "listed", "no_parameters",
            "page_query", "queried", "reading", "writing",
        )
    },
}  # fmt: skip


# Functions that every object has; a transition of such a name gets an underscore.
_COMMON = {"list", "query", "create", "get", "update", "delete", "history_of"}


def _decorator(method: str, path: str, operation: str, extra: str | None = None) -> str:
    arguments = [py(path), f"operation_id={py(operation)}", *([extra] if extra else [])]
    return broken(f"@router.{method}({', '.join(arguments)})", 0)


def _key(one: Object, names: Iterator[str]) -> str:
    """Return the expression that makes the key of the values of its path parts."""
    if len(one.key) == 1 and not _composite(one.key_fields[0].type):
        return f'parts["{next(names)}"]'
    if len(one.key) == 1:
        return _key(one.key_fields[0].type.target, names)  # type: ignore[union-attr]
    parts = []
    for field in one.key_fields:
        if isinstance(field.type, Ref) and _composite(field.type):
            parts.append(f"{field.attr}={_key(field.type.target, names)}")
        else:
            parts.append(f'{field.attr}=parts["{next(names)}"]')
    return f"{one.name}Key({', '.join(parts)})"


def _location(one: Object) -> str:
    """Return the arguments that name an object's key parts, in the order of its path."""
    parts = []
    for _, fields in key_paths(one):
        parts.append("made." + ".".join(field.attr for field in fields))
    return ", ".join(parts)


def _composite(type_: object) -> bool:
    return isinstance(type_, Ref) and len(type_.target.key) > 1
