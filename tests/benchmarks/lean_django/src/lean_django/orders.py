"""Orders: read one, read a page by keyset, create, approve."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpResponse
from django.urls import path
from lean.shapes import (
    FIELDS,
    ORDER,
    PATH,
    Approval,
    NewOrder,
    made,
    opened,
    page_of,
    problem,
    records,
)
from pydantic import ValidationError

from .models import History, Order, Outbox

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

SECRET = b"a secret of benchmarks"
COLUMNS = ["customer_id" if name == "customer" else name for name in FIELDS]
ROWS = Order.objects.values_list(*COLUMNS)
_LARGEST_PAGE = 100


def orders(request: HttpRequest) -> HttpResponse:
    """Answer for all orders."""
    return _create(request) if request.method == "POST" else _page(request)


def order(_: HttpRequest, key: UUID) -> HttpResponse:
    """Return one order."""
    row = ROWS.filter(id=key).first()
    if row is None:
        return _problem(404, "not-found", "Not found")
    return _answer(200, dict(zip(FIELDS, row, strict=True)))


def approve(request: HttpRequest, key: UUID) -> HttpResponse:
    """Approve an order."""
    try:
        said = Approval.model_validate_json(request.body or b"{}")
    except ValidationError:
        return _problem(422, "invalid-request", "Invalid request")
    now = datetime.now(UTC)
    with transaction.atomic():
        moved = Order.objects.filter(id=key, state="created").update(
            state="approved", row_version=F("row_version") + 1, updated_at=now
        )
        if moved:
            remembered, event = records(key, said.reason, now)
            History.objects.bulk_create([History(**remembered)])
            Outbox.objects.bulk_create([Outbox(**event)])
            row = ROWS.get(id=key)
    if not moved:
        return _problem(409, "transition-refused", "Transition refused")
    return _answer(200, dict(zip(FIELDS, row, strict=True)))


def ready(_: HttpRequest) -> HttpResponse:
    """Say that it listens."""
    return HttpResponse(b'{"status":"ok"}', content_type="application/json")


def _page(request: HttpRequest) -> HttpResponse:
    limit = int(request.GET.get("limit", 50))
    cursor = request.GET.get("cursor")
    if not 1 <= limit <= _LARGEST_PAGE:
        return _problem(422, "invalid-request", "Invalid request")
    rows = ROWS.order_by("id")
    if cursor is not None:
        after = opened(cursor, SECRET)
        if after is None:
            return _problem(422, "invalid-request", "Invalid request")
        rows = rows.filter(id__gt=after)
    return _json(200, page_of(list(rows[: limit + 1]), limit, SECRET), {})


def _create(request: HttpRequest) -> HttpResponse:
    try:
        new = NewOrder.model_validate_json(request.body)
    except ValidationError:
        return _problem(422, "invalid-request", "Invalid request")
    order, row = made(new, datetime.now(UTC))
    try:
        with transaction.atomic():
            Order.objects.bulk_create([Order(**row)])
    except IntegrityError:
        return _problem(409, "missing-reference", "Missing reference")
    return _answer(201, order, {"Location": f"{PATH}/{order['id']}"})


def _answer(status: int, order: dict[str, Any], headers: dict[str, str] | None = None) -> HttpResponse:
    return _json(status, ORDER.to_json(order), {"ETag": f'"{order["row_version"]}"', **(headers or {})})


def _problem(status: int, kind: str, title: str) -> HttpResponse:
    return _json(status, problem(status, kind, title), {}, "application/problem+json")


def _json(
    status: int, body: bytes, headers: dict[str, str], media_type: str = "application/json"
) -> HttpResponse:
    sent = {"X-Request-Id": secrets.token_hex(16), "Content-Length": str(len(body)), **headers}
    return HttpResponse(body, status=status, headers=sent, content_type=media_type)


urlpatterns = [
    path(PATH[1:], orders),
    path(f"{PATH[1:]}/<uuid:key>", order),
    path(f"{PATH[1:]}/<uuid:key>/approve", approve),
    path("health/ready", ready),
]
