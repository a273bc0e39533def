"""Orders: read one, read a page by keyset, create, approve."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID  # noqa: TC003 (FastAPI reads the annotations)

from fastapi import APIRouter, Query, Request, Response
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError

from .shapes import (
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

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def router(  # noqa: C901 (four routes, one after the other)
    reads: AsyncEngine, writes: AsyncEngine, secret: bytes
) -> APIRouter:
    """Return the routes of orders on these two pools."""
    routes = APIRouter(prefix=PATH)

    @routes.get("/{key}")
    async def get(key: UUID) -> Response:
        async with reads.connect() as connection:
            row = (await connection.execute(ONE, {"key": key})).one_or_none()
        if row is None:
            return _problem(404, "not-found", "Not found")
        return _answer(200, dict(zip(FIELDS, row, strict=True)))

    @routes.get("")
    async def page(limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: str | None = None) -> Response:
        values: dict[str, Any] = {"size": limit + 1}
        if cursor is not None:
            after = opened(cursor, secret)
            if after is None:
                return _problem(422, "invalid-request", "Invalid request")
            values["after"] = after
        async with reads.connect() as connection:
            rows = (await connection.execute(FIRST if cursor is None else AFTER, values)).all()
        return _json(200, page_of(rows, limit, secret), {})

    @routes.post("")
    async def create(request: Request) -> Response:
        try:
            new = NewOrder.model_validate_json(await request.body())
        except ValidationError:
            return _problem(422, "invalid-request", "Invalid request")
        order, row = made(new, datetime.now(UTC))
        try:
            async with writes.begin() as connection:
                await connection.execute(CREATE, row)
        except IntegrityError:
            return _problem(409, "missing-reference", "Missing reference")
        return _answer(201, order, {"Location": f"{PATH}/{order['id']}"})

    @routes.post("/{key}/approve")
    async def approve(key: UUID, request: Request) -> Response:
        try:
            said = Approval.model_validate_json(await request.body() or b"{}")
        except ValidationError:
            return _problem(422, "invalid-request", "Invalid request")
        now = datetime.now(UTC)
        async with writes.begin() as connection:
            row = (await connection.execute(APPROVE, {"key": key, "now": now})).one_or_none()
            if row is not None:
                remembered, event = records(key, said.reason, now)
                await connection.execute(REMEMBER, remembered)
                await connection.execute(EMIT, event)
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
    return Response(body, status, {"X-Request-Id": secrets.token_hex(16), **headers}, media_type)
