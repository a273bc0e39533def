# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What routes ask of a request: its body, its query, its unit of work."""

import hashlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from fastapi import Request, Response
from pydantic import TypeAdapter

from ..context import Context
from ..contract.answers import Answer, IfMatch, tags
from ..contract.bodies import JSON_TYPES, Shape, decode, parse_object
from ..contract.errors import InvalidInputError, Issue
from ..contract.queries import Fields, Query, from_body, from_query_string, page_only
from ..persistence.units import Reading, Unit, claim, store
from .responses import respond

if TYPE_CHECKING:
    from .service import Service

T = TypeVar("T")

_IDEMPOTENCY_KEY = re.compile(r"[\x20-\x7e]{1,255}")


class Nothing(Shape):
    """No values: the body is empty, or an object without members."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that changes something: its unit of work, and the way to answer from within."""

    unit: Unit
    context: Context
    key: str | None

    async def answer(self, answer: Answer) -> Response:
        """Return the response; under an idempotency key, it is kept for a repetition."""
        if self.key is not None:
            await store(self.unit.work, self.key, answer)
        return respond(answer)


def service(request: Request) -> "Service":
    """Return the service that the application was built with."""
    return cast("Service", request.app.state.service)


def body(
    shape: type[T],
    allowed: frozenset[str] = JSON_TYPES,
    *,
    empty: bool = False,
) -> Callable[[Request], Awaitable[T]]:
    """Return a dependency that reads the body as the shape."""
    adapter = TypeAdapter(shape)

    async def read(request: Request) -> T:
        no_parameters(request)
        idempotency_key(request)
        media_type = request.headers.get("content-type")
        return decode(
            adapter, await request.body(), media_type, allowed=allowed, empty=empty
        )

    return read


def listed(fields: Fields) -> Callable[[Request], Awaitable[Query]]:
    """Return a dependency that reads a query from the URL."""

    async def read(request: Request) -> Query:
        return from_query_string(fields, request.query_params.multi_items())

    return read


def queried(fields: Fields) -> Callable[[Request], Awaitable[Query]]:
    """Return a dependency that reads a query from the body."""

    async def read(request: Request) -> Query:
        no_parameters(request)
        media_type = request.headers.get("content-type")
        return from_body(fields, parse_object(await request.body(), media_type))

    return read


async def page_query(request: Request) -> Query:
    """Read `limit` and `cursor`."""
    return page_only(request.query_params.multi_items())


def no_parameters(request: Request) -> None:
    """Refuse query parameters where an operation has none."""
    if request.scope["query_string"]:
        unknown = dict.fromkeys(name for name, _ in request.query_params.multi_items())
        raise InvalidInputError(
            *(
                Issue(f"query.{name}", "unknown", "is not known here")
                for name in unknown
            )
        )


def if_none_match(request: Request) -> str | None:
    """Return the versions that the caller has already."""
    return tags("If-None-Match", request.headers.get("if-none-match"))


def if_match(request: Request) -> IfMatch:
    """Return the versions that the caller accepts."""
    return IfMatch(tags("If-Match", request.headers.get("if-match")))


def idempotency_key(request: Request) -> str | None:
    """Return the key under which the answer is kept, if the caller gave one."""
    key = request.headers.get("idempotency-key")
    if key is None or request.method != "POST":
        return None
    if not _IDEMPOTENCY_KEY.fullmatch(key):
        message = "must be 1 to 255 printable ASCII characters"
        raise InvalidInputError(Issue("header.Idempotency-Key", "format", message))
    return key


def reading(request: Request) -> Reading:
    """Return the unit of work of a request that only reads."""
    return service(request).units.reading(_caller(request), request.state.request_id)


@asynccontextmanager
async def writing(request: Request) -> AsyncIterator[Exchange]:
    """Yield the unit of work of a request; it is committed before the answer leaves."""
    key = idempotency_key(request)
    units = service(request).units
    async with units.writing(_caller(request), request.state.request_id) as unit:
        if key is not None:
            await claim(unit.work, key, await _digest(request))
        yield Exchange(unit, unit.context, key)


def _caller(request: Request) -> str:
    """Return who asks: your authentication may set `request.state.caller`."""
    return getattr(request.state, "caller", "anonymous")


async def _digest(request: Request) -> str:
    head = f"{request.method} {request.url.path}\n".encode()
    return hashlib.sha256(head + await request.body()).hexdigest()
