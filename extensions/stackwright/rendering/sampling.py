"""Samples as files: the seed data of a project, and what its rendered tests try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stackwright.ontology.ir import Enum, Made, Scalar
from stackwright.rendering.indented import indented
from stackwright.rendering.views import samples
from stackwright.rendering.views.shapes import UNSORTED, changeable, writable
from stackwright.rendering.views.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Field, Model, Object, Ontology
    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope


def seed(scope: Scope, made: Mapping[str, File]) -> str:
    """Return seed data: a few rows of every object for which the model says enough."""
    del made
    rows: dict[str, list[dict[str, Any]]] = {}
    keys: dict[str, list[Any]] = {}
    for one in _ordered(scope.model):
        kind = f"{one.namespace}.{one.name}"
        try:
            bodies = [samples.body(one, number) for number in range(samples.HOW_MANY)]
            rows[kind] = [_resolved(body, keys, at) for at, body in enumerate(bodies)]
        except (samples.UnknownValueError, LookupError):
            continue
        keys[kind] = [_key(one, body, at) for at, body in enumerate(rows[kind])]
    return indented(rows) + "\n"


def contract(scope: Scope, made: Mapping[str, File]) -> str:
    """Return what the rendered tests try of each object."""
    del made
    objects = {}
    for ontology in scope.model.ontologies:
        for one in ontology.objects:
            tried = _tried(ontology, one)
            if tried is not None:
                objects[f"{one.namespace}.{one.name}"] = tried
    makeable = _makeable(objects)
    known = [kind for kind in objects if kind in makeable]
    actions = [
        f"{ontology.path}/actions/{action.snake}"
        for ontology in scope.model.ontologies
        for action in ontology.actions
    ]
    document = {"objects": {kind: objects[kind] for kind in known}, "actions": actions}
    return indented(document) + "\n"


def _tried(ontology: Ontology, one: Object) -> dict[str, Any] | None:
    if "create" not in one.writes:
        return None
    try:
        body = samples.body(one, 0)
        change = _change(one)
        moves = {
            move.name: {"from": list(_wires(one, move.sources)), "body": _marked(samples.fields(move.fields))}
            for move in one.transitions
        }
    except samples.UnknownValueError:
        return None
    return {
        "path": f"{ontology.path}/{one.plural}",
        "key": list(one.key),
        "body": _marked(body),
        "required": [field.name for field in writable(one) if field.required],
        "change": _marked(change) if "update" in one.writes else None,
        "delete": "delete" in one.writes,
        "if_match": one.require_if_match,
        "initial": one.states[0].wire if one.states else None,
        "transitions": moves,
        "private": [field.name for field in one.fields if field.private],
        "equal": [field.name for field in one.fields if _asked(field) and field.name in body],
    }


def _wires(one: Object, names: tuple[str, ...]) -> Iterator[str]:
    return (state.wire for state in one.states if state.name in names)


def _change(one: Object) -> dict[str, Any]:
    for field in changeable(one):
        if isinstance(field.type, Scalar) and not field.private:
            try:
                return {field.name: samples.value(field, 1, one)}
            except samples.UnknownValueError:
                continue
    return {}


def _asked(field: Field) -> bool:
    if field.private or not isinstance(field.type, Scalar | Enum):
        return False
    return not (isinstance(field.type, Scalar) and field.type.kind in UNSORTED | {"float", "double"})


def _marked(value: Any) -> Any:
    if isinstance(value, samples.Reference):
        return {"$key of": value.to}
    if isinstance(value, dict):
        return {name: _marked(part) for name, part in value.items()}
    return [_marked(part) for part in value] if isinstance(value, list) else value


def _makeable(objects: Mapping[str, Any]) -> set[str]:
    """Return the kinds whose samples refer, in the end, to nothing that has no sample."""
    needs = {kind: set(_references(one["body"])) for kind, one in objects.items()}
    found: set[str] = set()
    waiting: dict[str, set[str]] = {}
    for kind, others in needs.items():
        for other in others:
            waiting.setdefault(other, set()).add(kind)
    ready = [kind for kind, others in needs.items() if not others]
    while ready:
        kind = ready.pop()
        found.add(kind)
        for other in waiting.get(kind, ()):
            needs[other].discard(kind)
            if not needs[other]:
                ready.append(other)
    return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$key of" in value:
            yield value["$key of"]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def _ordered(model: Model) -> list[Object]:
    by_table = {one.table: one for one in model.objects()}
    return [by_table[name] for name in tables_of(model)]


def _resolved(value: Any, keys: Mapping[str, list[Any]], at: int) -> Any:
    if isinstance(value, samples.Reference):
        return keys[value.to][at % len(keys[value.to])]
    if isinstance(value, dict):
        return {name: _resolved(part, keys, at) for name, part in value.items()}
    return [_resolved(part, keys, at) for part in value] if isinstance(value, list) else value


def _key(one: Object, body: Mapping[str, Any], at: int) -> Any:
    parts = {}
    for field in one.key_fields:
        made_by_database = field.default == Made(how="auto")
        parts[field.name] = at + 1 if made_by_database else body[field.name]
    if len(parts) == 1:
        return next(iter(parts.values()))
    return parts
