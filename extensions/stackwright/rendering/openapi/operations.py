"""One operation, its body and its answers, in the words of OpenAPI."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from stackwright.rendering.openapi import problems
from stackwright.rendering.openapi.layout import Line, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackwright.rendering.openapi.problems import Problem
    from stackwright.rendering.openapi.values import Schema

_JSON = ("application/json",)


class Route(NamedTuple):
    """A route: where it is, the name of its operation, and what describes it if one wants to know."""

    path: str
    method: str
    operation: str
    describe: Callable[[], Schema]


def operation(
    tag: str,
    summary: str,
    *,
    success: Schema,
    failures: tuple[Problem, ...],
    asked: list[Line] | None = None,
    body: Schema | None = None,
    description: str | None = None,
) -> Schema:
    """Describe an operation with all answers that it can give: what goes well has the lower numbers."""
    described = {"description": description} if description is not None else {}
    sent = {"requestBody": body} if body else {}
    return {
        "tags": [tag],
        "summary": summary,
        **described,
        **({"parameters": asked} if asked else {}),
        **sent,
        "responses": success | problems.responses(failures),
    }


def body(schema: Schema, *, required: bool = True, media_types: tuple[str, ...] = _JSON) -> Schema:
    """Describe a request's body."""
    content = ", ".join([f'"{media_type}": {{"schema": {line(schema)}}}' for media_type in media_types])
    return {"required": required, "content": Line(f"{{{content}}}")}


def response(description: str, schema: Schema, *headers: str) -> Line:
    """Describe a successful answer with a body."""
    return Line(
        f'{_answer(description, headers)}, "content": {{"application/json": {{"schema": {line(schema)}}}}}}}'
    )


@functools.lru_cache(maxsize=256)
def _answer(description: str, headers: tuple[str, ...]) -> str:
    named = {name: response_header(name) for name in ("X-Request-Id", *headers)}
    return line({"description": description, "headers": named})[:-1]


def response_header(name: str) -> Schema:
    """Point to a header of responses."""
    return {"$ref": f"#/components/headers/{name}"}
