"""Orders: read one, read a page by keyset, create, approve."""

from __future__ import annotations

import base64
import hmac
import json
import secrets
import time
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError
from typing_extensions import TypedDict

from .tables import history, orders, outbox

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


class Order(TypedDict):
    """What is read of an order."""

    id: UUID
    customer: UUID
    total: Decimal
    channel: str
    tags: list[str]
    note: str | None
    placed_at: datetime
    state: str
    row_version: int
    created_at: datetime
    updated_at: datetime


class NewOrder(BaseModel):
    """What a caller says of a new order."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    customer: UUID
    total: Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
    channel: Literal["web", "phone", "store"] = "web"
    tags: list[Annotated[str, StringConstraints(max_length=40)]]
    note: str | None = None


class Approval(BaseModel):
    """What a caller says when approving."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, StringConstraints(max_length=255)] | None = None


FIELDS = tuple(Order.__annotations__)
COLUMNS = [orders.c["customer_id" if name == "customer" else name] for name in FIELDS]
ORDER = TypeAdapter(Order).serializer
ORDERS = TypeAdapter(list[Order]).serializer
ONE = select(*COLUMNS).where(orders.c.id == bindparam("key"))
FIRST = select(*COLUMNS).order_by(orders.c.id).limit(bindparam("size"))
AFTER = FIRST.where(orders.c.id > bindparam("after"))
CREATE = insert(orders)
APPROVE = (
    update(orders)
    .where(orders.c.id == bindparam("key"), orders.c.state == "created")
    .values(state="approved", row_version=orders.c.row_version + 1, updated_at=bindparam("now"))
    .returning(*COLUMNS)
)
REMEMBER = insert(history)
EMIT = insert(outbox)
PATH = "/api/shop/orders"


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
            after = _opened(cursor, secret)
            if after is None:
                return _problem(422, "invalid-request", "Invalid request")
            values["after"] = after
        async with reads.connect() as connection:
            rows = (await connection.execute(FIRST if cursor is None else AFTER, values)).all()
        more = len(rows) > limit
        items = [dict(zip(FIELDS, row, strict=True)) for row in rows[:limit]]
        last = f'"{_cursor(items[-1]["id"], secret)}"'.encode() if more else b"null"
        return _json(200, b'{"items":' + ORDERS.to_json(items) + b',"next":' + last + b"}", {})

    @routes.post("")
    async def create(request: Request) -> Response:
        try:
            new = NewOrder.model_validate_json(await request.body())
        except ValidationError:
            return _problem(422, "invalid-request", "Invalid request")
        now = datetime.now(UTC)
        order: dict[str, Any] = {
            "id": new.id or _uuid7(),
            "customer": new.customer,
            "total": new.total.quantize(Decimal("0.01")),
            "channel": new.channel,
            "tags": new.tags,
            "note": new.note,
            "placed_at": now,
            "state": "created",
            "row_version": 1,
            "created_at": now,
            "updated_at": now,
        }
        row = dict(order)
        row["customer_id"] = row.pop("customer")
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
                await _record(connection, key, said.reason, now)
        if row is None:
            return _problem(409, "transition-refused", "Transition refused")
        return _answer(200, dict(zip(FIELDS, row, strict=True)))

    return routes


async def _record(connection: Any, key: UUID, reason: str | None, now: datetime) -> None:
    subject = f"shop.Order:{key}"
    moved = {"from_state": "created", "to_state": "approved"}
    await connection.execute(
        REMEMBER,
        {
            "subject": subject,
            "transition": "approve",
            "fields": {"reason": reason},
            "at": now,
            "by": "anonymous",
        }
        | moved,
    )
    payload = {"order": str(key), **moved, "reason": reason, "occurred_at": now.isoformat()}
    await connection.execute(
        EMIT,
        {
            "event_id": _uuid7(),
            "type": "shop.Order.approve",
            "subject": subject,
            "payload": payload,
            "occurred_at": now,
            "caused_by": "anonymous",
            "request_id": "",
            "attempts": 0,
            "available_at": now,
        },
    )


def _answer(status: int, order: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return _json(status, ORDER.to_json(order), {"ETag": f'"{order["row_version"]}"', **(headers or {})})


def _problem(status: int, kind: str, title: str) -> Response:
    problem = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": title, "errors": []}
    return _json(status, json.dumps(problem).encode(), {}, "application/problem+json")


def _json(
    status: int, body: bytes, headers: dict[str, str], media_type: str = "application/json"
) -> Response:
    return Response(body, status, {"X-Request-Id": secrets.token_hex(16), **headers}, media_type)


def _cursor(key: UUID, secret: bytes) -> str:
    signature = hmac.digest(secret, key.bytes, "sha256")[:16]
    return base64.urlsafe_b64encode(signature + key.bytes).decode().rstrip("=")


def _opened(cursor: str, secret: bytes) -> UUID | None:
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        signed = hmac.compare_digest(raw[:16], hmac.digest(secret, raw[16:], "sha256")[:16])
        return UUID(bytes=raw[16:]) if signed else None
    except ValueError:
        return None


def _uuid7() -> UUID:
    value = (time.time_ns() // 1_000_000 << 80) | (0x7 << 76) | (secrets.randbits(12) << 64)
    return UUID(int=value | (0b10 << 62) | secrets.randbits(62))
