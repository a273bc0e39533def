# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What routes ask of a request: its body, its query, its unit of work."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import parse_qsl

from flask import Response, current_app, g, request
from pydantic import TypeAdapter
from werkzeug.exceptions import HTTPException

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

if TYPE_CHECKING:
    from .service import Service

T = TypeVar("T")

EXTENSION = "shop"

_IDEMPOTENCY_KEY = re.compile(r"[\x20-\x7e]{1,255}")
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


class Nothing(Shape):
    """No values: the body is empty, or an object without members."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that changes something: its unit of work, and the way to answer from within."""

    unit: Unit
    context: Context
    key: str | None

    def answer(self, answer: Answer) -> Response:
        """Return the response; under an idempotency key, it is kept for a repetition."""
        if self.key is not None:
            store(self.unit.work, self.key, answer)
        return respond(answer)


def service() -> "Service":
    """Return the service that the application was built with."""
    return cast("Service", current_app.extensions[EXTENSION])


def body(
    shape: type[T],
    allowed: frozenset[str] = JSON_TYPES,
    *,
    empty: bool = False,
) -> T:
    """Return the body as the shape; where `empty`, no body at all counts as `{}`."""
    no_parameters()
    idempotency_key()
    media_type = request.headers.get("Content-Type")
    adapter: TypeAdapter[T] | None = _ADAPTERS.get(shape)
    if adapter is None:
        adapter = _ADAPTERS[shape] = TypeAdapter(shape)
    return decode(adapter, raw_body(), media_type, allowed=allowed, empty=empty)


def listed(fields: Fields) -> Query:
    """Return the query in the URL."""
    return from_query_string(fields, parameters())


def queried(fields: Fields) -> Query:
    """Return the query in the body."""
    no_parameters()
    media_type = request.headers.get("Content-Type")
    return from_body(fields, parse_object(raw_body(), media_type))


def page_query() -> Query:
    """Return `limit` and `cursor`."""
    return page_only(parameters())


def parameters() -> list[tuple[str, str]]:
    """Return the query parameters in their order; what is no UTF-8 in them is replaced."""
    # Flask's own `request.args` would leave such bytes percent-encoded.
    return parse_qsl(request.query_string.decode("latin-1"), keep_blank_values=True)


def no_parameters() -> None:
    """Refuse query parameters where an operation has none."""
    if request.query_string:
        unknown = dict.fromkeys(name for name, _ in parameters())
        raise InvalidInputError(
            *(
                Issue(f"query.{name}", "unknown", "is not known here")
                for name in unknown
            )
        )


def if_none_match() -> str | None:
    """Return the versions that the caller has already."""
    return tags("If-None-Match", request.headers.get("If-None-Match"))


def if_match() -> IfMatch:
    """Return the versions that the caller accepts."""
    return IfMatch(tags("If-Match", request.headers.get("If-Match")))


def idempotency_key() -> str | None:
    """Return the key under which the answer is kept, if the caller gave one."""
    key = request.headers.get("Idempotency-Key")
    if key is None or request.method != "POST":
        return None
    if not _IDEMPOTENCY_KEY.fullmatch(key):
        message = "must be 1 to 255 printable ASCII characters"
        raise InvalidInputError(Issue("header.Idempotency-Key", "format", message))
    return key


def raw_body() -> bytes:
    """Return the bytes of the body, or raise TooLargeError, even where no length was told."""
    limit = service().settings.body_limit
    try:
        raw = request.get_data()
    except HTTPException:
        raise
    except Exception as error:
        # What a server says of chunks that are none is the caller's mistake.
        raise MalformedJsonError("The body cannot be read.") from error
    if len(raw) > limit:
        raise too_large(limit)
    return raw


def too_large(limit: int) -> TooLargeError:
    """Return the error of a body over the limit."""
    return TooLargeError(f"The body is over the limit of {limit} bytes.")


def reading() -> Reading:
    """Return the unit of work of a request that only reads."""
    return service().units.reading(_caller(), g.request_id)


@contextmanager
def writing() -> Iterator[Exchange]:
    """Yield the unit of work of a request; it is committed before the answer leaves."""
    key = idempotency_key()
    with service().units.writing(_caller(), g.request_id) as unit:
        if key is not None:
            claim(unit.work, key, _digest())
        yield Exchange(unit, unit.context, key)


def _caller() -> str:
    """Return who asks: your authentication may set `g.caller`."""
    return cast("str", g.get("caller", "anonymous"))


def _digest() -> str:
    head = f"{request.method} {request.path}\n".encode()
    return hashlib.sha256(head + raw_body()).hexdigest()
