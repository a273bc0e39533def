# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What happens around every request: its id, its log line, its size."""

import re
from secrets import token_hex
from time import perf_counter

import structlog
from flask import Flask, Response, g, request

from .requests import service, too_large

logger = structlog.get_logger("request")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")


def install(app: Flask) -> None:
    """Surround every request; hooks of yours that come later run inside of these."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.started = perf_counter()
    given = request.environ.get("HTTP_X_REQUEST_ID", "")
    g.request_id = request_id = given if _REQUEST_ID.fullmatch(given) else token_hex(16)
    # What the thread's last request has bound ends here.
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id)
    running = service()
    running.start()
    limit = running.settings.body_limit
    if (request.content_length or 0) > limit:
        raise too_large(limit)


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.request_id
    logger.info(
        "answered",
        method=request.method,
        path=request.path,
        status=response.status_code,
        ms=round((perf_counter() - g.started) * 1000, 1),
    )
    return response
