"""Orders: their shapes, their statements and their cursors, for whichever framework."""

from __future__ import annotations

import base64
import hmac
import json
import secrets
import time
from datetime import datetime  # noqa: TC003 (pydantic reads the annotations)
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter
from sqlalchemy import bindparam, insert, select, update
from typing_extensions import TypedDict

from .tables import history, orders, outbox


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


def made(new: NewOrder, now: datetime) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a new order as it is answered, and as a row."""
    order: dict[str, Any] = {
        "id": new.id or uuid7(),
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
    return order, row


def records(key: UUID, reason: str | None, now: datetime) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the rows of an approval: of the history, and of the outbox."""
    subject = f"shop.Order:{key}"
    moved = {"from_state": "created", "to_state": "approved"}
    payload = {"order": str(key), **moved, "reason": reason, "occurred_at": now.isoformat()}
    remembered = {
        "subject": subject,
        "transition": "approve",
        "fields": {"reason": reason},
        "at": now,
        "by": "anonymous",
    }
    event = {
        "event_id": uuid7(),
        "type": "shop.Order.approve",
        "subject": subject,
        "payload": payload,
        "occurred_at": now,
        "caused_by": "anonymous",
        "request_id": "",
        "attempts": 0,
        "available_at": now,
    }
    return remembered | moved, event


def page_of(rows: Any, limit: int, secret: bytes) -> bytes:
    """Return a page of so many of the rows; one more says that there is a next."""
    items = [dict(zip(FIELDS, row, strict=True)) for row in rows[:limit]]
    last = f'"{cursor_of(items[-1]["id"], secret)}"'.encode() if len(rows) > limit else b"null"
    return b'{"items":' + ORDERS.to_json(items) + b',"next":' + last + b"}"


def problem(status: int, kind: str, title: str) -> bytes:
    """Return the document of a problem."""
    problem = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": title, "errors": []}
    return json.dumps(problem).encode()


def cursor_of(key: UUID, secret: bytes) -> str:
    """Return the cursor behind an order."""
    signature = hmac.digest(secret, key.bytes, "sha256")[:16]
    return base64.urlsafe_b64encode(signature + key.bytes).decode().rstrip("=")


def opened(cursor: str, secret: bytes) -> UUID | None:
    """Return the key in a cursor; None if it is not ours."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        signed = hmac.compare_digest(raw[:16], hmac.digest(secret, raw[16:], "sha256")[:16])
        return UUID(bytes=raw[16:]) if signed else None
    except ValueError:
        return None


def uuid7() -> UUID:
    """Return a new key."""
    value = (time.time_ns() // 1_000_000 << 80) | (0x7 << 76) | (secrets.randbits(12) << 64)
    return UUID(int=value | (0b10 << 62) | secrets.randbits(62))
