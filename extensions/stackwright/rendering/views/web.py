"""What the routes of an object and of an ontology's actions print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Ref
from stackwright.ontology.names import pascal
from stackwright.rendering.modules import function_of, module_of
from stackwright.rendering.views import types
from stackwright.rendering.views.contract import key_paths, phrase
from stackwright.rendering.views.imports import declared
from stackwright.rendering.views.repositories import method_name
from stackwright.rendering.views.shapes import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectRoutes:
    """The routes of an object: `prefix` begins the name of every operation, `places` are its key's in a path.

    `names` are what code may use of the contract, each with its import.
    """

    names: Mapping[str, str]
    title: str
    titles: str
    key_type: str
    key: str
    location: str
    path: str
    prefix: str
    places: tuple[str, ...]
    snake: str
    moves: tuple[MoveRoute, ...]
    create: bool
    update: bool
    delete: bool
    require_if_match: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRoute:
    """The route of an action."""

    name: str
    path: str
    operation: str
    shape: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRoutes:
    """The routes of an ontology's actions."""

    names: Mapping[str, str]
    actions: tuple[ActionRoute, ...]


def object_routes(scope: Scope) -> ObjectRoutes:
    """Describe the routes of an object."""
    one, ontology = scope.object, scope.ontology
    places = tuple("_".join(names) for names, _ in key_paths(one))
    moves = tuple(
        MoveRoute(
            name=move.name,
            function=f"{move.name}_{one.snake}{'_' if move.name in _COMMON else ''}",
            method=method_name(move),
            shape=f"{one.name}{pascal(move.name)}" if move.fields else None,
            about=move.description or f"Move it from {' or '.join(move.sources)} to {move.target}.",
        )
        for move in one.transitions
    )
    shapes = [move.shape for move in moves if move.shape]
    mine = ["KEY", "QUERYABLE", one.name, f"{one.name}Create", f"{one.name}Patch", *shapes]
    return ObjectRoutes(
        names={
            **_CONTRACT,
            **declared(one.key_fields, "..contract.types", one.namespace),
            **{name: f"from ..contract.{module_of(one)} import {name}" for name in mine},
            f"{one.name}Key": f"from ..contract.types import {one.name}Key",
        },
        title=phrase(one),
        titles=one.plural,
        key_type=types.key_type(one),
        key=_key(one, iter(places)),
        location=_location(one),
        path=f"{ontology.path}/{one.plural}",
        prefix=f"{ontology.name}_{one.plural}",
        places=places,
        snake=one.snake,
        moves=moves,
        create="create" in one.writes,
        update="update" in one.writes,
        delete="delete" in one.writes,
        require_if_match=one.require_if_match,
    )


def action_routes(scope: Scope) -> ActionRoutes:
    """Describe the routes of an ontology's actions."""
    ontology = scope.ontology
    routes = tuple(
        ActionRoute(
            name=function_of(action),
            path=f"/actions/{action.snake}",
            operation=f"{ontology.name}_actions_{action.snake}",
            shape=f"actions.{pascal(action.name)}",
            about=summary(action),
        )
        for action in ontology.actions
    )
    return ActionRoutes(names=_CONTRACT | {"actions": "from ..contract import actions"}, actions=routes)


_CONTRACT = {
    "Answer": "from ...contract.answers import Answer",
    "HistoryEntry": "from ...contract.transitions import HistoryEntry",
    "PATCH_TYPES": "from ...contract.bodies import PATCH_TYPES",
    "Query": "from ...contract.queries import Query",
    "created": "from ...contract.answers import created",
    "location": "from ...contract.answers import location",
    "page": "from ...contract.answers import page",
    "read_path": "from ...contract.bodies import read_path",
    "references": "from ...contract.references import references",
    "shown": "from ...contract.answers import shown",
}

# Functions that every object has; a transition of such a name gets an underscore.
_COMMON = {"list", "query", "create", "get", "update", "delete", "history_of"}


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
