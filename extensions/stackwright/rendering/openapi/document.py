"""The OpenAPI document of a model: the contract's machine-readable form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from stackwright.rendering.openapi import parameters, paths, problems, service_paths, shapes, texts
from stackwright.rendering.openapi.layout import laid_out
from stackwright.rendering.openapi.names import Names
from stackwright.rendering.openapi.scalars import SAFE_INTEGER
from stackwright.rendering.openapi.values import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Model
    from stackwright.rendering.openapi.operations import Route
    from stackwright.rendering.openapi.shapes import Named
    from stackwright.rendering.openapi.values import Schema

_REFERENCE = re.compile(r'"\$ref": "#/components/schemas/([^"]+)"')


def openapi(model: Model, answers_title: str, description: str) -> str:
    """Return the document as JSON text, indented, in an order that only the model decides."""
    return laid_out(document(model, answers_title, description))


def document(model: Model, title: str, description: str) -> Schema:
    """Return the document as plain data."""
    names = Names(model)
    routes: Schema = {}
    for path, method, operation in _routes(model, names):
        routes.setdefault(path, {})[method] = operation
    schemas = {**dict(_shared(names)), **problems.schemas(), **dict(_own(model, names))}
    events = {name for name, _ in _events(model, names)}
    responses = problems.shared_responses()
    roots = {"paths": routes, "responses": responses, "events": [reference(name) for name in sorted(events)]}
    used = _used(roots, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "description": description, "version": "1"},
        "tags": list(_tags(model)),
        "paths": routes,
        "components": {
            "schemas": {name: schemas[name] for name in sorted(used)},
            "responses": responses,
            "parameters": parameters.components(),
            "headers": parameters.headers(),
        },
    }


def _routes(model: Model, names: Names) -> Iterator[Route]:
    for ontology in model.ontologies:
        for object_ in ontology.objects:
            yield from paths.Collection(ontology, object_, names).routes()
        for action in ontology.actions:
            yield service_paths.of_action(ontology, action, names)
    yield from service_paths.of_health()


def _tags(model: Model) -> Iterator[Schema]:
    for ontology in model.ontologies:
        for object_ in ontology.objects:
            described = {"description": object_.description} if object_.description is not None else {}
            yield {"name": f"{ontology.name}.{object_.name}", **described}
        if ontology.actions:
            yield {
                "name": f"{ontology.name}.actions",
                "description": f"What {ontology.title} can be asked to do.",
            }
    yield {"name": "health", "description": "How the service is."}


def _own(model: Model, names: Names) -> Iterator[Named]:
    for ontology in model.ontologies:
        for enum in ontology.enums:
            yield from shapes.of_enum(enum, names)
        for struct in ontology.structs:
            yield from shapes.of_struct(struct, names)
        for object_ in ontology.objects:
            yield from shapes.of_object(object_, names)
        for action in ontology.actions:
            yield from shapes.of_action(action, names)
    yield from _events(model, names)


def _events(model: Model, names: Names) -> Iterator[Named]:
    for ontology in model.ontologies:
        for event in ontology.events:
            yield from shapes.of_event(event, names)
        for object_ in ontology.objects:
            for transition in object_.transitions:
                name = names.transition(object_, transition)
                yield name, shapes.transition_event(object_, transition, names)


def _shared(names: Names) -> Iterator[Named]:
    text: Schema = {"type": "string", "pattern": texts.NO_NUL}
    number: Schema = {"type": "number", "minimum": -SAFE_INTEGER, "maximum": SAFE_INTEGER}
    part: Schema = {"anyOf": [reference("Json"), {"type": "null"}]}
    members: Schema = {"type": "object", "propertyNames": text, "additionalProperties": part}
    yield "Json", {"anyOf": [{"type": "boolean"}, number, text, {"type": "array", "items": part}, members]}
    status: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"status": {"const": "ok"}},
    }
    yield "Health", {**status, "required": ["status"]}
    yield "HistoryEntry", shapes.history_entry(names)
    yield "HistoryPage", shapes.page(reference("HistoryEntry"), counted=False)


def _used(roots: Schema, schemas: dict[str, Schema]) -> set[str]:
    """Return the names of the schemas that can be reached, so that the document holds no others."""
    used: set[str] = set()
    waiting = _references(roots)
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting |= _references(schemas[name])
    return used


def _references(part: Schema) -> set[str]:
    # The text is searched rather than the tree: both encoder and search are quick.
    return set(_REFERENCE.findall(json.dumps(part)))
