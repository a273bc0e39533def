# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What can go wrong, in the language of the domain; each error knows its HTTP status."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong.

    `path` is a JSON pointer into the body, or `query.<name>`, `path.<name>`,
    `header.<name>`; `code` is stable; `message` is for people.
    """

    path: str
    code: str
    message: str


class DomainError(Exception):
    """A failure that the caller is told about; the unit of work leaves nothing behind."""

    kind: ClassVar[str]
    title: ClassVar[str]
    status: ClassVar[int]

    def __init__(self, detail: str, issues: Iterable[Issue] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.issues = tuple(issues)


class MalformedJsonError(DomainError):
    """The body is no JSON document."""

    kind, title, status = "malformed-json", "Malformed JSON", 400


class NotFoundError(DomainError):
    """No such path, or no object has that key."""

    kind, title, status = "not-found", "Not found", 404


class MethodNotAllowedError(DomainError):
    """The path is there, but not for this method."""

    kind, title, status = "method-not-allowed", "Method not allowed", 405

    def __init__(self, detail: str, allow: Iterable[str]) -> None:
        super().__init__(detail)
        self.allow = tuple(allow)


class NotUniqueError(DomainError):
    """A key or a unique value is taken."""

    kind, title, status = "not-unique", "Not unique", 409


class MissingReferenceError(DomainError):
    """A reference names an object that does not exist."""

    kind, title, status = "missing-reference", "Missing reference", 409


class TransitionRefusedError(DomainError):
    """The object is not in a state that allows this transition."""

    kind, title, status = "transition-refused", "Transition refused", 409


class StillReferencedError(DomainError):
    """Another object refers to this one and forbids its deletion."""

    kind, title, status = "still-referenced", "Still referenced", 409


class IdempotencyConflictError(DomainError):
    """The idempotency key was used for another request."""

    kind, title, status = "idempotency-conflict", "Idempotency conflict", 409


class StaleVersionError(DomainError):
    """The object has changed since the caller read it."""

    kind, title, status = "stale-version", "Stale version", 412


class TooLargeError(DomainError):
    """The body is over the limit."""

    kind, title, status = "too-large", "Content too large", 413


class UnsupportedMediaTypeError(DomainError):
    """The body is not JSON."""

    kind, title, status = "unsupported-media-type", "Unsupported media type", 415


class InvalidInputError(DomainError):
    """The schema, or a rule of the application, does not allow this input."""

    kind, title, status = "invalid-request", "Invalid request", 422

    def __init__(self, *issues: Issue) -> None:
        count = len(issues)
        detail = "1 value is wrong." if count == 1 else f"{count} values are wrong."
        super().__init__(detail, issues)


class IfMatchRequiredError(DomainError):
    """The object is changed only by callers who say which version they read."""

    kind, title, status = "if-match-required", "If-Match required", 428


class InternalError(DomainError):
    """A fault of the service; the log has it under the request's id."""

    kind, title, status = "internal-error", "Internal error", 500


class NotWrittenError(DomainError):
    """The model declares this action, but nobody has written it yet."""

    kind, title, status = "not-implemented", "Not implemented", 501


class UnavailableError(DomainError):
    """The database is away or busy; the same request may succeed in a moment."""

    kind, title, status = "unavailable", "Unavailable", 503
