# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What views ask of a request: its body, its query, its unit of work."""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from pydantic import TypeAdapter

from ..context import Context
from ..contract.answers import Answer, IfMatch, tags
from ..contract.bodies import JSON_TYPES, Shape, decode, parse_object
from ..contract.errors import (
    InvalidInputError,
    Issue,
    MalformedJsonError,
    TooLargeError,
)
from ..contract.queries import Fields, Query, from_body, from_query_string, page_only
from ..persistence.units import Reading, Unit, claim, store
from .responses import respond
from .service import service

T = TypeVar("T")
View = Callable[..., HttpResponse]

_IDEMPOTENCY_KEY = re.compile(r"[\x20-\x7e]{1,255}")


class Nothing(Shape):
    """No values: the body is empty, or an object without members."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that changes something: its unit of work, and the way to answer from within."""

    unit: Unit
    context: Context
    key: str | None

    def answer(self, answer: Answer) -> HttpResponse:
        """Return the response; under an idempotency key, it is kept for a repetition."""
        if self.key is not None:
            store(self.unit.work, self.key, answer)
        return respond(answer)


def content(request: HttpRequest) -> bytes:
    """Return the body, up to the limit of the settings."""
    if "HTTP_TRANSFER_ENCODING" in request.META and not hasattr(request, "_body"):
        # Django reads what Content-Length says; without one, the server knows the end.
        stream = request.META.get("wsgi.input", request)
        try:
            raw = stream.read(service().settings.body_limit + 1)
        except Exception as error:
            # What a server says of chunks that are none is the caller's mistake.
            raise MalformedJsonError("The body cannot be read.") from error
        demand_size(len(raw))
        request._body = raw  # noqa: SLF001
    return request.body


def demand_size(size: int) -> None:
    """Raise TooLargeError if that many bytes are more than the settings allow."""
    limit = service().settings.body_limit
    if size > limit:
        raise TooLargeError(f"The body is over the limit of {limit} bytes.")


def body(
    request: HttpRequest,
    shape: TypeAdapter[T],
    allowed: frozenset[str] = JSON_TYPES,
    *,
    empty: bool = False,
) -> T:
    """Return the body as the shape."""
    no_parameters(request)
    idempotency_key(request)
    media_type = request.META.get("CONTENT_TYPE")
    return decode(shape, content(request), media_type, allowed=allowed, empty=empty)


def listed(request: HttpRequest, fields: Fields) -> Query:
    """Return the query that the URL asks for."""
    return from_query_string(fields, parameters(request))


def queried(request: HttpRequest, fields: Fields) -> Query:
    """Return the query that the body asks for."""
    no_parameters(request)
    media_type = request.META.get("CONTENT_TYPE")
    return from_body(fields, parse_object(content(request), media_type))


def page_query(request: HttpRequest) -> Query:
    """Return what `limit` and `cursor` ask for."""
    return page_only(parameters(request))


def parameters(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the parameters of the query string, in their order."""
    return parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)


def no_parameters(request: HttpRequest) -> None:
    """Refuse query parameters where an operation has none."""
    if request.META.get("QUERY_STRING"):
        unknown = dict.fromkeys(name for name, _ in parameters(request))
        raise InvalidInputError(
            *(
                Issue(f"query.{name}", "unknown", "is not known here")
                for name in unknown
            )
        )


def if_none_match(request: HttpRequest) -> str | None:
    """Return the versions that the caller has already."""
    return tags("If-None-Match", request.META.get("HTTP_IF_NONE_MATCH"))


def if_match(request: HttpRequest) -> IfMatch:
    """Return the versions that the caller accepts."""
    return IfMatch(tags("If-Match", request.META.get("HTTP_IF_MATCH")))


def idempotency_key(request: HttpRequest) -> str | None:
    """Return the key under which the answer is kept, if the caller gave one."""
    key: str | None = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if key is None or request.method != "POST":
        return None
    if not _IDEMPOTENCY_KEY.fullmatch(key):
        message = "must be 1 to 255 printable ASCII characters"
        raise InvalidInputError(Issue("header.Idempotency-Key", "format", message))
    return key


def reading(request: HttpRequest) -> Reading:
    """Return the unit of work of a request that only reads."""
    return service().units.reading(_caller(request), _request_id(request))


@contextmanager
def writing(request: HttpRequest) -> Iterator[Exchange]:
    """Yield the unit of work of a request; it is committed before the answer leaves."""
    key = idempotency_key(request)
    units = service().units
    with units.writing(_caller(request), _request_id(request)) as unit:
        if key is not None:
            claim(unit.work, key, _digest(request))
        yield Exchange(unit, unit.context, key)


def _caller(request: HttpRequest) -> str:
    """Return who asks: your authentication may set `request.caller`."""
    return getattr(request, "caller", "anonymous")


def _request_id(request: HttpRequest) -> str:
    return getattr(request, "request_id", "-")


def _digest(request: HttpRequest) -> str:
    head = f"{request.method} {request.path}\n".encode()
    return hashlib.sha256(head + content(request)).hexdigest()
