"""Somebody else's transaction, which holds what a service needs."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, make_url, select

from tests.benchmarks.lean_fastapi_sqlalchemy.src.lean.tables import orders
from tests.benchmarks.shops import BLOCKING_DRIVERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from tests.databases import Database


@contextlib.contextmanager
def held(database: Database, *keys: UUID) -> Iterator[None]:
    """Hold the locks on these orders' rows; on SQLite, which has only one, the lock of the file."""
    url = make_url(database.url)
    engine = create_engine(url.set(drivername=BLOCKING_DRIVERS[url.get_backend_name()]))
    with engine.connect() as connection:
        if database.kind == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(select(orders.c.id).where(orders.c.id.in_(keys)).with_for_update())
        try:
            yield
        finally:
            connection.rollback()
            engine.dispose()


@contextlib.contextmanager
def table_held(database: Database) -> Iterator[None]:
    """Hold a lock on all orders that keeps readers out, too; on SQLite, where none can, only the file's."""
    if database.kind == "sqlite":
        with held(database):
            yield
        return
    url = make_url(database.url)
    engine = create_engine(url.set(drivername=BLOCKING_DRIVERS[url.get_backend_name()]))
    with engine.connect() as connection:
        if database.kind == "postgresql":
            connection.exec_driver_sql("LOCK TABLE shop_order IN ACCESS EXCLUSIVE MODE")
        else:
            connection.exec_driver_sql("LOCK TABLES shop_order WRITE")
        try:
            yield
        finally:
            connection.rollback()
            if database.kind == "mariadb":
                connection.exec_driver_sql("UNLOCK TABLES")
            engine.dispose()
