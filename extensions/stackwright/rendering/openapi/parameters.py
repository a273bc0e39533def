"""The parameters of operations: keys in paths, conditions of lists, headers of requests and responses."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from stackwright.rendering.openapi import texts
from stackwright.rendering.openapi.filters import filters, sorts
from stackwright.rendering.openapi.layout import Line, line, quoted
from stackwright.rendering.openapi.names import key_parts
from stackwright.rendering.openapi.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Object
    from stackwright.rendering.openapi.filters import Filter
    from stackwright.rendering.openapi.names import Names
    from stackwright.rendering.openapi.values import Schema


def of_key(object_: Object, names: Names) -> list[Line]:
    """Return one path parameter per part of the object's key."""
    values = Values(names, "in")
    return [
        Line(
            f'{{"name": {quoted(name)}, "in": "path", "required": true, "schema": {values.key_line(field)}}}'
        )
        for name, field in key_parts(object_)
    ]


def of_list(object_: Object, names: Names) -> list[Line]:
    """Return the query parameters of an object's list."""
    asked: list[Line] = []
    for name, found in filters(object_, names).items():
        if found.in_query:
            asked += _conditions(name, found)
    asked.append(_sort(sorts(object_)))
    asked += [shared(name) for name in ("limit", "cursor", "offset", "count")]
    return asked


@functools.cache
def shared(name: str) -> Line:
    """Point to a parameter that many operations have."""
    return line({"$ref": f"#/components/parameters/{name}"})


def components() -> dict[str, Schema]:
    """Return the parameters that many operations share."""
    return dict(_components())


def headers() -> dict[str, Schema]:
    """Return the headers of responses."""
    text: Schema = {"type": "string"}
    return {
        "X-Request-Id": {
            "description": "The request's own, or one that was made for it. Logs hold it.",
            "required": True,
            "schema": {**text, "pattern": "^[A-Za-z0-9._-]{1,128}$"},
        },
        "ETag": {
            "description": "The version of the object, for If-Match.",
            "required": True,
            "schema": {**text, "pattern": texts.ENTITY_TAG},
        },
        "Location": {
            "description": "The path of the new object.",
            "required": True,
            "schema": {**text, "pattern": "^/"},
        },
        "Idempotent-Replayed": {
            "description": "`true`: this is the stored answer to an earlier request with the same key.",
            "schema": {**text, "const": "true"},
        },
        "Retry-After": {"description": "Seconds to wait.", "required": True, "schema": {"type": "integer"}},
        "Allow": {"description": "All methods of the path.", "required": True, "schema": text},
    }


@functools.lru_cache(maxsize=4096)
def _conditions(name: str, found: Filter) -> tuple[Line, ...]:
    return tuple(_condition(name, operator, found) for operator in found.operators)


def _condition(name: str, operator: str, found: Filter) -> Line:
    style = '"style": "form", "explode": false, ' if operator in ("in", "not_in") else ""
    operand = found.operand(operator)
    return Line(f'{{"name": {quoted(f"{name}.{operator}")}, "in": "query", {style}"schema": {operand}}}')


@functools.lru_cache(maxsize=1024)
def _sort(fields: tuple[str, ...]) -> Line:
    order = {"enum": [sign + name for sign in ("", "-") for name in fields]}
    return line(
        {
            "name": "sort",
            "in": "query",
            "description": "Fields to sort by, the first first; `-` turns around. The key settles the rest.",
            "style": "form",
            "explode": False,
            "schema": {"type": "array", "items": order, "minItems": 1, "uniqueItems": True},
        }
    )


def _components() -> Iterator[tuple[str, Schema]]:
    yield (
        "limit",
        _query("limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}, "Items per page."),
    )
    yield (
        "cursor",
        _query("cursor", {"type": "string"}, "`next` of the page before, with the same filter and sort."),
    )
    yield "offset", _query("offset", {"type": "integer", "minimum": 0, "maximum": 10000}, "Items to skip.")
    yield (
        "count",
        _query("count", {"type": "boolean", "default": False}, "Whether to count all items, as `total`."),
    )
    tags: Schema = {"type": "string", "pattern": texts.ENTITY_TAGS}
    for required in (False, True):
        name = "if_match_required" if required else "if_match"
        yield (
            name,
            _header(
                "If-Match", tags, "Versions of which the object must have one, or `*`.", required=required
            ),
        )
    yield "if_none_match", _header("If-None-Match", tags, "Versions that the caller has already.")
    key: Schema = {"type": "string", "pattern": texts.HEADER_KEY, "maxLength": 255}
    yield "idempotency_key", _header("Idempotency-Key", key, "Makes the request safe to repeat for 24 hours.")


def _query(name: str, schema: Schema, description: str) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _header(name: str, schema: Schema, description: str, *, required: bool = False) -> Schema:
    demanded = {"required": True} if required else {}
    return {"name": name, "in": "header", "description": description, **demanded, "schema": schema}
