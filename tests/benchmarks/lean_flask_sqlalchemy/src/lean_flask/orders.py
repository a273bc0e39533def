"""Orders: read one, read a page by keyset, create, approve."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request
from lean.shapes import (
    AFTER,
    APPROVE,
    CREATE,
    EMIT,
    FIELDS,
    FIRST,
    ONE,
    ORDER,
    PATH,
    REMEMBER,
    Approval,
    NewOrder,
    made,
    opened,
    page_of,
    problem,
    records,
)
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

_LARGEST_PAGE = 100


def blueprint(  # noqa: C901 (four routes, one after the other)
    reads: Engine, writes: Engine, secret: bytes
) -> Blueprint:
    """Return the routes of orders on these two pools."""
    routes = Blueprint("orders", __name__, url_prefix=PATH)

    @routes.get("/<uuid:key>")
    def get(key: UUID) -> Response:
        with reads.connect() as connection:
            row = connection.execute(ONE, {"key": key}).one_or_none()
        if row is None:
            return _problem(404, "not-found", "Not found")
        return _answer(200, dict(zip(FIELDS, row, strict=True)))

    @routes.get("")
    def page() -> Response:
        limit = int(request.args.get("limit", 50))
        cursor = request.args.get("cursor")
        if not 1 <= limit <= _LARGEST_PAGE:
            return _problem(422, "invalid-request", "Invalid request")
        values: dict[str, Any] = {"size": limit + 1}
        if cursor is not None:
            after = opened(cursor, secret)
            if after is None:
                return _problem(422, "invalid-request", "Invalid request")
            values["after"] = after
        with reads.connect() as connection:
            rows = connection.execute(FIRST if cursor is None else AFTER, values).all()
        return _json(200, page_of(rows, limit, secret), {})

    @routes.post("")
    def create() -> Response:
        try:
            new = NewOrder.model_validate_json(request.get_data())
        except ValidationError:
            return _problem(422, "invalid-request", "Invalid request")
        order, row = made(new, datetime.now(UTC))
        try:
            with writes.begin() as connection:
                connection.execute(CREATE, row)
        except IntegrityError:
            return _problem(409, "missing-reference", "Missing reference")
        return _answer(201, order, {"Location": f"{PATH}/{order['id']}"})

    @routes.post("/<uuid:key>/approve")
    def approve(key: UUID) -> Response:
        try:
            said = Approval.model_validate_json(request.get_data() or b"{}")
        except ValidationError:
            return _problem(422, "invalid-request", "Invalid request")
        now = datetime.now(UTC)
        with writes.begin() as connection:
            row = connection.execute(APPROVE, {"key": key, "now": now}).one_or_none()
            if row is not None:
                remembered, event = records(key, said.reason, now)
                connection.execute(REMEMBER, remembered)
                connection.execute(EMIT, event)
        if row is None:
            return _problem(409, "transition-refused", "Transition refused")
        return _answer(200, dict(zip(FIELDS, row, strict=True)))

    return routes


def _answer(status: int, order: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return _json(status, ORDER.to_json(order), {"ETag": f'"{order["row_version"]}"', **(headers or {})})


def _problem(status: int, kind: str, title: str) -> Response:
    return _json(status, problem(status, kind, title), {}, "application/problem+json")


def _json(
    status: int, body: bytes, headers: dict[str, str], media_type: str = "application/json"
) -> Response:
    return Response(body, status, {"X-Request-Id": secrets.token_hex(16), **headers}, content_type=media_type)
