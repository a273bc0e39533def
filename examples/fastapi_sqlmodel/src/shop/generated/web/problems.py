# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Every error as a problem document."""

from collections.abc import Iterable, Iterator

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, Route

from ..contract.answers import problem
from ..contract.errors import DomainError, MethodNotAllowedError, NotFoundError
from ..persistence.units import ReplayError
from .responses import respond


def install(app: FastAPI) -> None:
    """Answer domain errors, unknown paths and wrong methods with problems."""
    app.exception_handler(DomainError)(_problem)
    app.exception_handler(ReplayError)(_replay)
    app.exception_handler(404)(_no_such_path)
    app.exception_handler(405)(_no_such_method)


async def _problem(request: Request, error: DomainError) -> Response:
    return respond(problem(error))


async def _replay(request: Request, error: ReplayError) -> Response:
    response = respond(error.answer)
    response.headers["Idempotent-Replayed"] = "true"
    return response


async def _no_such_path(request: Request, error: HTTPException) -> Response:
    return respond(problem(NotFoundError("No such path.")))


async def _no_such_method(request: Request, error: HTTPException) -> Response:
    methods = _methods(request, request.app.routes)
    wrong = MethodNotAllowedError("This path does not know this method.", methods)
    return respond(problem(wrong))


def _methods(request: Request, routes: Iterable[BaseRoute]) -> set[str]:
    """Return the methods of every route of the path; Starlette names those of the first alone."""
    matching = list(_matching(request, routes))
    # A path that is written out, such as that of queries, is no place for a key.
    exact = [route for route in matching if "{" not in route.path]
    found: set[str] = set()
    for route in exact or matching:
        found |= route.methods or set()
    return found | ({"HEAD"} if "GET" in found else set())


def _matching(request: Request, routes: Iterable[BaseRoute]) -> Iterator[Route]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _matching(request, included.routes)
        elif isinstance(route, Route):
            matched, _ = route.matches(request.scope)
            if matched is not Match.NONE:
                yield route
