"""Every problem that the service answers with: its schema, and the responses that hold it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.rendering.openapi.layout import Line, line
from stackwright.rendering.openapi.values import reference

if TYPE_CHECKING:
    from stackwright.rendering.openapi.values import Schema

CODES = (
    "required", "unknown", "type", "format", "choice", "too_long", "too_short", "too_small", "too_great",
    "precision", "pattern", "too_many", "too_few", "repeated", "duplicate", "conflict", "cursor", "invalid",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem: the last part of its type, status, title, when it happens, codes of its errors."""

    slug: str
    status: int
    title: str
    when: str
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its schema: `NotFoundProblem`."""
        return "".join(word.capitalize() for word in self.slug.split("-")) + "Problem"

    def schema(self) -> Schema:
        """Describe the problem's body."""
        error = reference("ProblemError")
        errors: Schema = {"type": "array", "items": error}
        if self.codes:
            narrowed = {"properties": {"code": {"enum": list(self.codes)}}}
            errors = {"type": "array", "items": {"allOf": [error, narrowed]}}
        members = {
            "type": {"const": f"/problems/{self.slug}"},
            "title": {"const": self.title},
            "status": {"const": self.status},
            "detail": {"type": "string"},
            "errors": errors,
        }
        return {
            "title": self.title,
            "description": self.when,
            "type": "object",
            "additionalProperties": False,
            "properties": members,
            "required": list(members),
        }


MALFORMED = Problem(
    "malformed-json", 400, "Malformed JSON", "The body is no JSON, is missing, or repeats a member."
)
NOT_FOUND = Problem("not-found", 404, "Not found", "There is no such path or object.")
NOT_ALLOWED = Problem("method-not-allowed", 405, "Method not allowed", "The path has other methods.")
NOT_UNIQUE = Problem("not-unique", 409, "Not unique", "A key or unique value is taken.", ("not_unique",))
MISSING_REFERENCE = Problem(
    "missing-reference", 409, "Missing reference", "A reference names nothing.", ("missing_reference",)
)
REFUSED = Problem(
    "transition-refused", 409, "Transition refused", "The object's state does not allow it.", ("state",)
)
REFERENCED = Problem(
    "still-referenced", 409, "Still referenced", "Something refers to the object.", ("referenced",)
)
IDEMPOTENCY = Problem(
    "idempotency-conflict",
    409,
    "Idempotency conflict",
    "The key was used for another request.",
    ("conflict",),
)
STALE = Problem("stale-version", 412, "Stale version", "If-Match names another version.", ("stale",))
TOO_LARGE = Problem("too-large", 413, "Content too large", "The body is over the limit.")
MEDIA_TYPE = Problem(
    "unsupported-media-type", 415, "Unsupported media type", "The body is no JSON by its type."
)
INVALID = Problem("invalid-request", 422, "Invalid request", "The request does not fit this document.", CODES)
IF_MATCH = Problem(
    "if-match-required", 428, "If-Match required", "The request must name a version.", ("required",)
)
INTERNAL = Problem("internal-error", 500, "Internal error", "A fault of the service.")
UNWRITTEN = Problem("not-implemented", 501, "Not implemented", "Nobody has written this action yet.")
UNAVAILABLE = Problem("unavailable", 503, "Unavailable", "The database is away or busy.")
PROBLEMS = (
    MALFORMED, NOT_FOUND, NOT_ALLOWED, NOT_UNIQUE, MISSING_REFERENCE, REFUSED, REFERENCED, IDEMPOTENCY, STALE,
    TOO_LARGE, MEDIA_TYPE, INVALID, IF_MATCH, INTERNAL, UNWRITTEN, UNAVAILABLE,
)  # fmt: skip
ALWAYS = (NOT_ALLOWED, INTERNAL, UNAVAILABLE)
BODY = (MALFORMED, TOO_LARGE, MEDIA_TYPE, INVALID)
DATA = (NOT_UNIQUE, MISSING_REFERENCE)


def schemas() -> dict[str, Schema]:
    """Return the schemas of all problems, and of the errors in them."""
    text = {"type": "string"}
    error: Schema = {
        "title": "Error",
        "description": "One cause. `path` points into the body, or names a parameter: `query.limit`.",
        "type": "object",
        "additionalProperties": False,
        "properties": {"path": text, "code": text, "message": text},
        "required": ["path", "code", "message"],
    }
    return {"ProblemError": error} | {problem.name: problem.schema() for problem in PROBLEMS}


@functools.lru_cache(maxsize=256)
def responses(problems: tuple[Problem, ...]) -> dict[str, Line]:
    """Return the error responses of an operation, by status; problems that share one are alternatives."""
    by_status: dict[int, list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: problem.status):
        by_status.setdefault(problem.status, []).append(problem)
    return {str(status): line(_response(kinds)) for status, kinds in by_status.items()}


def shared_responses() -> dict[str, Schema]:
    """Return the responses that hold one kind of problem."""
    return {problem.name: _described([problem]) for problem in PROBLEMS}


def _response(kinds: list[Problem]) -> Schema:
    if len(kinds) == 1:
        return {"$ref": f"#/components/responses/{kinds[0].name}"}
    return _described(kinds)


def _described(kinds: list[Problem]) -> Schema:
    references = [reference(kind.name) for kind in kinds]
    schema = references[0] if len(kinds) == 1 else {"oneOf": references}
    headers: Schema = {"X-Request-Id": {"$ref": "#/components/headers/X-Request-Id"}}
    if kinds == [NOT_ALLOWED]:
        headers["Allow"] = {"$ref": "#/components/headers/Allow"}
    if kinds == [UNAVAILABLE]:
        headers["Retry-After"] = {"$ref": "#/components/headers/Retry-After"}
    return {
        "description": " ".join(kind.when for kind in kinds),
        "headers": headers,
        "content": {"application/problem+json": {"schema": schema}},
    }
