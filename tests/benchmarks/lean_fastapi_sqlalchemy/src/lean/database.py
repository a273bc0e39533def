"""Two pools: one that reads without transactions, one that writes in them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "mysql": "mysql+asyncmy"}


def engines(url: str, pool_size: int) -> tuple[AsyncEngine, AsyncEngine]:
    """Return the engine for reads and the one for writes; a URL that names its driver keeps it."""
    parsed = make_url(url)
    kind = parsed.get_backend_name()
    if "+" not in parsed.drivername:
        parsed = parsed.set(drivername=DRIVERS[kind])
    options: dict[str, Any] = {"pool_size": pool_size, "max_overflow": 0}
    if parsed.drivername == "postgresql+asyncpg":
        options["connect_args"] = {"server_settings": {"timezone": "UTC"}}
    elif kind == "postgresql":
        options["connect_args"] = {"options": "-c timezone=UTC"}
    reads = create_async_engine(
        parsed, isolation_level="AUTOCOMMIT", skip_autocommit_rollback=True, **options
    )
    # SQLite has one writer at a time: the others wait here more cheaply than at its lock.
    writes = create_async_engine(parsed, **options | ({"pool_size": 1} if kind == "sqlite" else {}))
    if kind == "sqlite":
        for engine in (reads, writes):
            event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(writes.sync_engine, "begin", _begin)
    return reads, writes


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 5000", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
