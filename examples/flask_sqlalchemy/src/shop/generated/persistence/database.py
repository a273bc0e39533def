# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The engines: drivers, pools and session settings of each database."""

from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mysql+pymysql",
}

__all__ = ["Connection", "Database", "driver_url", "run_in_transaction"]

T = TypeVar("T")

_LOCK_TIMEOUT_SECONDS = 5
_IDLE_SECONDS = 1.0


def driver_url(url: str) -> URL:
    """Return the URL with this stack's driver; `postgresql://…` needs not name one."""
    parsed = make_url(url)
    return parsed.set(
        drivername=DRIVERS.get(parsed.get_backend_name(), parsed.drivername)
    )


class Database:
    """Two pools of connections: those that read outside transactions, and those that write in one.

    `pool_size` connections each (SQLite writes with one); a request waits `pool_timeout` seconds for one.
    """

    def __init__(
        self, url: str, *, pool_size: int = 5, pool_timeout: float = 5
    ) -> None:
        parsed = driver_url(url)
        options = _options(parsed)
        pool = {"max_overflow": 0, "pool_timeout": pool_timeout}
        self.dialect = parsed.get_backend_name()
        # SQLite has one writer at a time: waiting in our queue is fairer than in its lock.
        writers = 1 if self.dialect == "sqlite" else pool_size
        self.writer = create_engine(parsed, pool_size=writers, **pool, **options)
        options |= {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True}
        self.reader = create_engine(parsed, pool_size=pool_size, **pool, **options)
        for engine in (self.reader, self.writer):
            _watch(engine)
        if self.dialect == "sqlite":
            event.listen(self.writer, "begin", _begin_sqlite)

    def reading(self) -> Connection:
        """Return a connection that only reads: every statement stands for itself."""
        return self.reader.connect()

    def writing(self) -> Connection:
        """Return a connection that writes: its first statement begins a transaction."""
        return self.writer.connect()

    def ping(self) -> None:
        """Ask the database for an answer."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()

    def forget(self) -> None:
        """Leave the connections to the process that opened them: this one is its fork."""
        self.reader.dispose(close=False)
        self.writer.dispose(close=False)


def run_in_transaction(url: str, work: Callable[[Connection], T]) -> T:
    """Do something on a connection of its own, outside the service."""
    engine = create_engine(driver_url(url))
    _begin_plainly(engine)
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {}
    if url.get_backend_name() == "postgresql":
        settings = (
            f"-c timezone=UTC -c lock_timeout={_LOCK_TIMEOUT_SECONDS}s "
            "-c statement_timeout=30s"
        )
        arguments = {"connect_timeout": 5, "options": settings}
        return {"pool_recycle": 1800, "connect_args": arguments}
    command = (
        "SET time_zone = '+00:00', max_sort_length = 65536, "
        f"innodb_lock_wait_timeout = {_LOCK_TIMEOUT_SECONDS}"
    )
    arguments = {"connect_timeout": 5, "read_timeout": 30, "init_command": command}
    # What was committed a moment ago counts, as on the other databases.
    return {
        "pool_recycle": 1800,
        "isolation_level": "READ COMMITTED",
        "connect_args": arguments,
    }


def _watch(engine: Engine) -> None:
    """Prepare connections, and ping those that lay idle; `pool_pre_ping` would ping every time."""

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        if engine.dialect.name == "sqlite":
            _prepare_sqlite(connection)

    @event.listens_for(engine, "checkin")
    def remember(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info["used_at"] = monotonic()

    @event.listens_for(engine, "checkout")
    def ping(
        connection: DBAPIConnection, record: ConnectionPoolEntry, proxy: object
    ) -> None:
        if monotonic() - record.info.get("used_at", monotonic()) <= _IDLE_SECONDS:
            return
        try:
            alive = engine.dialect.do_ping(connection)
        except (
            Exception
        ) as error:  # whatever a driver raises, the connection is of no use
            raise DisconnectionError from error
        if not alive:
            raise DisconnectionError


def _begin_plainly(engine: Engine) -> None:
    """Make SQLite's transactions hold changes of the schema, too, which its driver would commit."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_transactions)
        event.listen(engine, "begin", _begin_sqlite)


def _leave_transactions(connection: Any, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None


def _prepare_sqlite(connection: DBAPIConnection) -> None:
    # The driver must not begin transactions by itself: `_begin_sqlite` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 5000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    # Taking the write lock at once is what lets two writers queue instead of failing.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
