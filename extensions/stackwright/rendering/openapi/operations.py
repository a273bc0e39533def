"""One operation, its body and its answers, in the words of OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from stackwright.rendering.openapi import problems

if TYPE_CHECKING:
    from stackwright.rendering.openapi.problems import Problem
    from stackwright.rendering.openapi.values import Schema

Route: TypeAlias = "tuple[str, str, Schema]"  # path, method, operation

_JSON = ("application/json",)


def operation(
    identity: str,
    tag: str,
    summary: str,
    *,
    success: Schema,
    failures: tuple[Problem, ...],
    asked: list[Schema] | None = None,
    body: Schema | None = None,
    description: str | None = None,
) -> Schema:
    """Describe an operation with all answers that it can give."""
    described = {"description": description} if description is not None else {}
    sent = {"requestBody": body} if body else {}
    answers = success | problems.responses(failures)
    return {
        "operationId": identity,
        "tags": [tag],
        "summary": summary,
        **described,
        **({"parameters": asked} if asked else {}),
        **sent,
        "responses": dict(sorted(answers.items())),
    }


def body(schema: Schema, *, required: bool = True, media_types: tuple[str, ...] = _JSON) -> Schema:
    """Describe a request's body."""
    return {"required": required, "content": {media_type: {"schema": schema} for media_type in media_types}}


def response(description: str, schema: Schema, *headers: str) -> Schema:
    """Describe a successful answer with a body."""
    return {
        "description": description,
        "headers": {name: response_header(name) for name in ("X-Request-Id", *headers)},
        "content": {"application/json": {"schema": schema}},
    }


def response_header(name: str) -> Schema:
    """Point to a header of responses."""
    return {"$ref": f"#/components/headers/{name}"}
