"""The OpenAPI document of a model: the contract's machine-readable form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackwright.rendering.openapi import parameters, paths, problems, service_paths, shapes, texts
from stackwright.rendering.openapi.layout import around, laid_out, line, quoted
from stackwright.rendering.openapi.names import Names
from stackwright.rendering.openapi.scalars import SAFE_INTEGER
from stackwright.rendering.openapi.values import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Model
    from stackwright.rendering.openapi.layout import Line
    from stackwright.rendering.openapi.operations import Route
    from stackwright.rendering.openapi.shapes import Named
    from stackwright.rendering.openapi.values import Schema

_METHODS = ("get", "post", "put", "patch", "delete")
_REFERENCE = re.compile(r'"\$ref": "#/components/schemas/([^"]+)"')


def openapi(model: Model, title: str, description: str) -> str:
    """Return the document as JSON text, indented, in an order that only the model decides."""
    names = Names(model)
    operations: dict[str, dict[str, str]] = {}
    for route in _routes(model, names):
        described = around({"operationId": quoted(route.operation), **route.describe()}, 3)
        operations.setdefault(route.path, {})[route.method] = described
    paths = around({path: around(methods, 2) for path, methods in operations.items()}, 1)
    schemas: dict[str, Schema | Line] = {
        **dict(_shared(names)),
        **problems.schemas(),
        **dict(_own(model, names)),
    }
    events = {name for name, _ in _events(model, names)}
    responses = laid_out(problems.shared_responses(), 2)
    used = _used(_references(paths) | _references(responses) | events, schemas)
    components = {
        "schemas": around({name: used[name] for name in sorted(used)}, 2),
        "responses": responses,
        "parameters": laid_out(parameters.components(), 2),
        "headers": laid_out(parameters.headers(), 2),
    }
    text = around(
        {
            "openapi": line("3.1.0"),
            "info": line({"title": title, "description": description, "version": "1"}),
            "tags": laid_out(list(_tags(model)), 1),
            "paths": paths,
            "components": around(components, 1),
        },
        0,
    )
    return text + "\n"


def routes(model: Model) -> Iterator[Route]:
    """Yield the routes of the document: those of a path together, in the order of `_METHODS`."""
    by_path: dict[str, dict[str, Route]] = {}
    for route in _routes(model, Names(model)):
        by_path.setdefault(route.path, {})[route.method] = route
    for known in by_path.values():
        yield from (known[method] for method in _METHODS if method in known)


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


def _used(roots: set[str], schemas: dict[str, Schema | Line]) -> dict[str, str]:
    """Return the schemas that can be reached, laid out, so that the document holds no others."""
    used: dict[str, str] = {}
    waiting = set(roots)
    while waiting:
        name = waiting.pop()
        if name not in used:
            used[name] = text = laid_out(schemas[name], 3)
            waiting |= _references(text)
    return used


def _references(text: str) -> set[str]:
    # The text is searched rather than the tree: it is there, and the search is quick.
    return set(_REFERENCE.findall(text))
