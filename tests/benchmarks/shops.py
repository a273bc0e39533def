"""Shops that run: the lean one and a rendered one, on one database, with as many orders as wanted."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import create_engine, insert, make_url

from tests.benchmarks.client import Request
from tests.benchmarks.lean_fastapi_sqlalchemy.src.lean.tables import customers, orders

if TYPE_CHECKING:
    from tests.databases import Database

_HERE = Path(__file__).parent
LEAN = _HERE / "lean_fastapi_sqlalchemy"
_LEAN_FLASK = _HERE / "lean_flask_sqlalchemy"
LEANS = {
    "fastapi_sqlalchemy": LEAN,
    "fastapi_sqlmodel": LEAN,  # what SQLModel executes is SQLAlchemy
    "flask_sqlalchemy": _LEAN_FLASK,
    "flask_sqlmodel": _LEAN_FLASK,
    "django": _HERE / "lean_django",
}
"""The yardstick of each stack. Their tables, shapes and statements are those of the first."""
ORDERS = "/api/shop/orders"
BLOCKING_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql"}
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_BATCH = 10_000
_CUSTOMERS = 100


def lean_env(lean: Path) -> dict[str, str]:
    """Return what a lean shop needs of its environment: itself, and what all of them share."""
    return {"PYTHONPATH": os.pathsep.join(str(folder / "src") for folder in dict.fromkeys((lean, LEAN)))}


@dataclass(frozen=True, slots=True)
class Stock:
    """The orders that lie in a database; their keys are in ascending order."""

    customers: tuple[UUID, ...]
    orders: tuple[UUID, ...]


def fill(database: Database, count: int) -> Stock:
    """Put so many orders into a migrated database, in the state `created`."""
    url = make_url(database.url)
    engine = create_engine(url.set(drivername=BLOCKING_DRIVERS[url.get_backend_name()]))
    stock = Stock(tuple(map(_key, range(_CUSTOMERS))), tuple(map(_key, range(count))))
    stamps = {"row_version": 1, "created_at": _EPOCH, "updated_at": _EPOCH}
    with engine.begin() as connection:
        people = [
            {"id": key, "email": f"ada{n}@example.org", "name": f"Ada {n}", "address": None, **stamps}
            for n, key in enumerate(stock.customers)
        ]
        connection.execute(insert(customers), people)
        for start in range(0, count, _BATCH):
            keys = stock.orders[start : start + _BATCH]
            connection.execute(insert(orders), [_order(start + n, key, stamps) for n, key in enumerate(keys)])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(
            "ANALYZE TABLE shop_order" if url.get_backend_name() == "mysql" else "ANALYZE"
        )
    engine.dispose()
    return stock


def get(key: UUID) -> Request:
    """Ask for one order."""
    return Request("GET", f"{ORDERS}/{key}")


def page(cursor: str | None = None, *, limit: int = 50) -> Request:
    """Ask for a page of orders."""
    return Request("GET", f"{ORDERS}?limit={limit}" + (f"&cursor={cursor}" if cursor else ""))


def create(customer: UUID, **headers: str) -> Request:
    """Ask for a new order."""
    body = {
        "customer": str(customer),
        "total": "12.50",
        "channel": "phone",
        "tags": ["new"],
        "note": "by phone",
    }
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request("POST", ORDERS, json.dumps(body).encode(), named)


def approve(key: UUID | str, **headers: str) -> Request:
    """Ask for the approval of an order."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request("POST", f"{ORDERS}/{key}/approve", b'{"reason":"in stock"}', named)


def _key(number: int) -> UUID:
    # A version 7 of the past, so that what a service makes comes behind it.
    return UUID(int=(0x0190_0000_0000_7000_8000 << 48) | number)


def _order(number: int, key: UUID, stamps: dict[str, object]) -> dict[str, object]:
    return {
        "id": key,
        "customer_id": _key(number % _CUSTOMERS),
        "total": Decimal(number % 100_000).scaleb(-2),
        "channel": ("web", "phone", "store")[number % 3],
        "tags": ["gift", "fragile"],
        "note": None if number % 2 else "Ring twice.",
        "placed_at": _EPOCH + timedelta(seconds=number),
        "state": "created",
        **stamps,
    }
