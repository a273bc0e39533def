# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Every error as a problem document."""

from django.http import HttpRequest, HttpResponse
from django.views import csrf
from django.views.decorators.csrf import csrf_exempt

from ..contract.answers import problem
from ..contract.errors import (
    DomainError,
    InternalError,
    MethodNotAllowedError,
    NotFoundError,
)
from ..persistence.units import ReplayError
from .requests import View
from .responses import respond


class BadRequestError(DomainError):
    """The request is none that a server could understand, or is not for this one."""

    kind, title, status = "bad-request", "Bad request", 400


class ForbiddenError(DomainError):
    """The request is understood, and refused."""

    kind, title, status = "forbidden", "Forbidden", 403


def endpoint(**views: View) -> View:
    """Return the view of a path, which answers each method by the view of that name.

    It is exempt from Django's check of CSRF tokens; `RequestMiddleware` has one of its own.
    """
    if "GET" in views:
        views["HEAD"] = views["GET"]

    def answer(request: HttpRequest, /, **places: str) -> HttpResponse:
        view = views.get(request.method or "")
        if view is None:
            raise MethodNotAllowedError("This path does not know this method.", views)
        return view(request, **places)

    answer.methods = frozenset(views)  # type: ignore[attr-defined]
    return csrf_exempt(answer)


def is_endpoint(view: object) -> bool:
    """Whether the view of a path is one of the contract's."""
    return hasattr(view, "methods")


def told(error: Exception) -> HttpResponse | None:
    """Return the answer of an error that the contract knows."""
    if isinstance(error, DomainError):
        return respond(problem(error))
    if isinstance(error, ReplayError):
        response = respond(error.answer)
        response.headers["Idempotent-Replayed"] = "true"
        return response
    return None


def instead_of_page(status: int) -> HttpResponse:
    """Return the problem that stands for an error page of HTML."""
    if status == NotFoundError.status:
        return respond(problem(NotFoundError("No such path.")))
    if status == ForbiddenError.status:
        return respond(problem(ForbiddenError("This is not allowed.")))
    if status < InternalError.status:
        return respond(problem(BadRequestError("The request cannot be understood.")))
    return respond(problem(InternalError("Something went wrong.")))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that Django refuses."""
    return instead_of_page(400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that the caller may not make."""
    return instead_of_page(403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for a path that is not there."""
    return instead_of_page(404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a request that met a fault of ours."""
    return instead_of_page(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a request with a session's cookie that may come from a foreign page."""
    match = request.resolver_match
    if match is None or is_endpoint(match.func):
        refused = "A request with a session needs the token of its CSRF cookie."
        return respond(problem(ForbiddenError(refused)))
    return csrf.csrf_failure(request, reason)
