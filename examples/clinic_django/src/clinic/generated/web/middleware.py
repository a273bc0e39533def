# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What happens around every request: its id, its log line, its size, and who may send it."""

import re
from collections.abc import Callable
from time import perf_counter
from typing import Any
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from ..contract.answers import problem
from ..contract.errors import DomainError
from .problems import BadRequestError, instead_of_page, is_endpoint, told
from .requests import content, demand_size
from .responses import respond
from .urls import PREFIXES

logger = structlog.get_logger("request")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_ERRORS = 400


class RequestMiddleware:
    """Goes around all others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._csrf = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        started = perf_counter()
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid4().hex
        request.request_id = request_id  # type: ignore[attr-defined]
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status = 500
        try:
            response = self._answer(request)
            response.headers["X-Request-Id"] = request_id
            status = response.status_code
        finally:
            logger.info(
                "answered",
                method=request.method,
                path=request.path_info,
                status=status,
                ms=round((perf_counter() - started) * 1000, 1),
            )
            structlog.contextvars.clear_contextvars()
        return response

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Refuse a request that brings a session along, but no proof that our own page sent it.

        Paths of the contract are exempt from Django's check, for clients that have no session.
        """
        if not is_endpoint(callback):
            return None
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        try:
            content(request)  # while it can be read: Django looks for a token in it
        except DomainError as error:
            return respond(problem(error))
        return self._csrf.process_view(request, self.get_response, (), {})

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Return the problem that a view has raised."""
        return told(exception)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        try:
            demand_size(int(request.META.get("CONTENT_LENGTH") or 0))
            if not request.path_info.startswith("/health/"):
                request.get_host()
        except DomainError as error:
            return respond(problem(error))
        except DisallowedHost:
            refused = "ALLOWED_HOSTS does not name the host that was asked."
            return respond(problem(BadRequestError(refused)))
        response = self.get_response(request)
        if response.status_code >= _ERRORS and _is_page_of_the_api(request, response):
            return instead_of_page(response.status_code)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


def _is_page_of_the_api(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether an error is told in HTML, as with DEBUG, where the contract holds."""
    page = response.headers.get("Content-Type", "").startswith("text/html")
    return page and request.path_info.startswith(PREFIXES)
