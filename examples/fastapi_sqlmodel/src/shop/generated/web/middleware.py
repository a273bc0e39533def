# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What happens around every request: its id, its log line, its size, and the last safety net."""

import re
from time import perf_counter
from uuid import uuid4

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..contract.answers import problem
from ..contract.errors import InternalError, TooLargeError
from .responses import respond

logger = structlog.get_logger("request")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")


class RequestMiddleware:
    """Wraps the application; plain ASGI, because a wrapped stream would cost every request."""

    def __init__(self, app: ASGIApp, body_limit: int) -> None:
        self.app = app
        self.body_limit = body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = perf_counter()
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"").decode("latin-1")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.bind_contextvars(request_id=request_id)
        method = scope["method"]
        # The server leaves out the body of an answer to HEAD by itself.
        inner = {**scope, "method": "GET"} if method == "HEAD" else scope
        status = 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"].append((b"x-request-id", request_id.encode()))
            await send(message)

        try:
            if int(headers.get(b"content-length", 0)) > self.body_limit:
                await respond(problem(_too_large(self.body_limit)))(
                    scope, receive, sent
                )
            else:
                await self.app(inner, _limited(receive, self.body_limit), sent)
        except Exception:
            logger.exception("unexpected error")
            await respond(problem(InternalError("Something went wrong.")))(
                scope, receive, sent
            )
        finally:
            milliseconds = round((perf_counter() - started) * 1000, 1)
            logger.info(
                "answered",
                method=method,
                path=scope["path"],
                status=status,
                ms=milliseconds,
            )
            structlog.contextvars.clear_contextvars()


def _limited(receive: Receive, limit: int) -> Receive:
    """Count what arrives: a body without a Content-Length has a limit, too."""
    arrived = 0

    async def counted() -> Message:
        nonlocal arrived
        message = await receive()
        arrived += len(message.get("body", b""))
        if arrived > limit:
            raise _too_large(limit)
        return message

    return counted


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(f"The body is over the limit of {limit} bytes.")
