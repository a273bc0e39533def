"""Two pools: one that reads without transactions, one that writes in them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql"}


def engines(url: str, pool_size: int) -> tuple[Engine, Engine]:
    """Return the engine for reads and the one for writes."""
    parsed = make_url(url)
    kind = parsed.get_backend_name()
    parsed = parsed.set(drivername=DRIVERS[kind])
    options: dict[str, Any] = {"pool_size": pool_size, "max_overflow": 0}
    if kind == "postgresql":
        options["connect_args"] = {"options": "-c timezone=UTC"}
    reads = create_engine(parsed, isolation_level="AUTOCOMMIT", skip_autocommit_rollback=True, **options)
    # SQLite has one writer at a time: the others wait here more cheaply than at its lock.
    writes = create_engine(parsed, **options | ({"pool_size": 1} if kind == "sqlite" else {}))
    if kind == "sqlite":
        for engine in (reads, writes):
            event.listen(engine, "connect", _prepare)
        event.listen(writes, "begin", _begin)
    return reads, writes


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 5000", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
