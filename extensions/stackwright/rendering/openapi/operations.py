"""One operation, its body and its answers, in the words of OpenAPI."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from stackwright.rendering.openapi import problems
from stackwright.rendering.openapi.layout import Line, around, line, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackwright.rendering.openapi.problems import Problem
    from stackwright.rendering.openapi.values import Schema

_JSON = ("application/json",)
_INSIDE = 4  # how deep the members of an operation stand in the document


class Route(NamedTuple):
    """A route: where it is, the name of its operation, and what describes it if one wants to know."""

    path: str
    method: str
    operation: str
    describe: Callable[[], dict[str, str]]


def operation(
    tag: str,
    summary: str,
    *,
    success: dict[str, Line],
    failures: tuple[Problem, ...],
    asked: list[Line] | None = None,
    body: str | None = None,
    description: str | None = None,
) -> dict[str, str]:
    """Describe an operation with all answers that it can give: its members, laid out.

    What goes well has lower numbers than what fails, and so comes first.
    """
    members = {"tags": f"[{quoted(tag)}]", "summary": quoted(summary)}
    if description is not None:
        members["description"] = quoted(description)
    if asked:
        members["parameters"] = listed(asked, _INSIDE)
    if body is not None:
        members["requestBody"] = body
    members["responses"] = around(success | problems.responses(failures), _INSIDE)
    return members


def body(schema: Line, *, required: bool = True, media_types: tuple[str, ...] = _JSON) -> str:
    """Describe a request's body."""
    content = ", ".join([f'"{media_type}": {{"schema": {schema}}}' for media_type in media_types])
    return around({"required": "true" if required else "false", "content": f"{{{content}}}"}, _INSIDE)


def response(description: str, schema: Line, *headers: str) -> Line:
    """Describe a successful answer with a body."""
    return Line(
        f'{_answer(description, headers)}, "content": {{"application/json": {{"schema": {schema}}}}}}}'
    )


@functools.lru_cache(maxsize=256)
def _answer(description: str, headers: tuple[str, ...]) -> str:
    named = {name: response_header(name) for name in ("X-Request-Id", *headers)}
    return line({"description": description, "headers": named})[:-1]


def response_header(name: str) -> Schema:
    """Point to a header of responses."""
    return {"$ref": f"#/components/headers/{name}"}
