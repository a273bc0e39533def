# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What goes back over HTTP, before a framework puts it into its own response."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import quote

from pydantic_core import to_json, to_jsonable_python

from .errors import (
    DomainError,
    IfMatchRequiredError,
    InvalidInputError,
    Issue,
    MethodNotAllowedError,
    StaleVersionError,
    UnavailableError,
)

JSON = "application/json"
PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers and a body."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = JSON


def shown(body: bytes, version: int, if_none_match: str | None = None) -> Answer:
    """Return an object, or 304 where the caller has this version already."""
    tag = f'"{version}"'
    if if_none_match is not None and _names(if_none_match, tag, weak=True):
        return Answer(304, headers={"ETag": tag})
    return Answer(200, body, {"ETag": tag})


def created(body: bytes, version: int, location: str) -> Answer:
    """Return a new object and where it is."""
    return Answer(201, body, {"ETag": f'"{version}"', "Location": location})


def location(collection: str, *key: object) -> str:
    """Return the path of an object; each part of its key is written as in JSON."""
    return "/".join([collection, *(quote(_written(part), safe="") for part in key)])


def _written(part: object) -> str:
    if isinstance(part, Decimal):
        return f"{part:f}"
    form = to_jsonable_python(part)
    return form if isinstance(form, str) else json.dumps(form)


def page(items: bytes, following: str | None, total: int | None) -> Answer:
    """Return a page: its items as a JSON array, the cursor of the next page, and the count if asked."""
    end = b"" if total is None else b',"total":%d' % total
    return Answer(200, b'{"items":%b,"next":%b%b}' % (items, to_json(following), end))


def problem(error: DomainError) -> Answer:
    """Return the problem document (RFC 9457) of an error."""
    document = {
        "type": f"/problems/{error.kind}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "errors": [
            {"path": issue.path, "code": issue.code, "message": issue.message}
            for issue in error.issues
        ],
    }
    headers: dict[str, str] = {}
    if isinstance(error, UnavailableError):
        headers["Retry-After"] = "1"
    if isinstance(error, MethodNotAllowedError):
        headers["Allow"] = ", ".join(sorted(error.allow))
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(error.status, body, headers, PROBLEM)


@dataclass(frozen=True, slots=True)
class IfMatch:
    """The versions that the caller accepts; none given accepts every one."""

    header: str | None = None

    def demand(self) -> None:
        """Raise IfMatchRequiredError unless the caller said which version it read."""
        if self.header is None:
            raise IfMatchRequiredError("Send the ETag that you read as If-Match.")

    def check(self, version: int) -> None:
        """Raise StaleVersionError unless the caller accepts this version."""
        if self.header is not None and not _names(
            self.header, f'"{version}"', weak=False
        ):
            issue = Issue(
                "header.If-Match", "stale", "names another version than the present one"
            )
            raise StaleVersionError(
                "The object has changed since you read it.", [issue]
            )


ANY_VERSION = IfMatch()


def tags(name: str, header: str | None) -> str | None:
    """Return a header that lists entity tags, or raise InvalidInputError where it does not."""
    if header is not None and not _TAGS.fullmatch(header.strip()):
        issue = Issue(
            f"header.{name}", "format", "must be a list of tags in quotes, or *"
        )
        raise InvalidInputError(issue)
    return header


_TAGS = re.compile(r"""\*|(W/)?"[\x21\x23-\x7e]*"(\s*,\s*(W/)?"[\x21\x23-\x7e]*")*""")


def _names(header: str, tag: str, *, weak: bool) -> bool:
    tags = [part.strip() for part in header.split(",")]
    if weak:
        tags = [part.removeprefix("W/") for part in tags]
    return "*" in tags or tag in tags
