# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Django's connection to the database of a URL: its driver, its session, and how many may use it at once."""

import hashlib
import importlib
import threading
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

ENGINES = {
    "sqlite": "django.db.backends.sqlite3",
    "postgresql": "django.db.backends.postgresql",
    "mysql": "django.db.backends.mysql",
    "mariadb": "django.db.backends.mysql",
}

_MAX_AGE_SECONDS = 1800
_LOCK_TIMEOUT_SECONDS = 5
_IDLE_SECONDS = 1.0


def django_settings(url: str) -> dict[str, Any]:
    """Return what DATABASES says of the database of a URL; `postgresql://…` needs not name a driver."""
    parts = urlsplit(url)
    scheme = parts.scheme.partition("+")[0]
    path = parts.path.removeprefix("/")
    if ENGINES[scheme].endswith("mysql"):
        # Django knows the interface that this driver offers, too.
        importlib.import_module("pymysql").install_as_MySQLdb()
    options = _OPTIONS[scheme]()
    for name, value in parse_qsl(parts.query):
        options[name] = int(value) if value.isdecimal() else value
    return {
        "ENGINE": ENGINES[scheme],
        "NAME": unquote(path) or (":memory:" if scheme == "sqlite" else ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": _MAX_AGE_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        # What tells whether an entry was made of a URL, without telling the URL.
        "URL_DIGEST": hashlib.sha256(url.encode()).hexdigest()[:16],
    }


def connection() -> BaseDatabaseWrapper:
    """Return this thread's connection."""
    return connections[DEFAULT_DB_ALIAS]


def use(url: str) -> None:
    """Let Django's default connection lead to the database of a URL, unless its settings say so already."""
    entry = django_settings(url)
    known = connections.settings.get(DEFAULT_DB_ALIAS, {})
    if known.get("URL_DIGEST") == entry["URL_DIGEST"]:
        return
    if DEFAULT_DB_ALIAS in connections:
        connection().close()
        del connections[DEFAULT_DB_ALIAS]
    made = ConnectionHandler({DEFAULT_DB_ALIAS: entry}).settings
    connections.settings[DEFAULT_DB_ALIAS] = made[DEFAULT_DB_ALIAS]


class Database:
    """The database, and how many of the process's threads may read from it and write to it at once.

    `pool_size` of each (SQLite has one writer at a time); a request waits `pool_timeout` seconds for its turn.
    """

    def __init__(
        self, url: str, *, pool_size: int = 5, pool_timeout: float = 5
    ) -> None:
        use(url)
        self.dialect = connection().vendor
        # SQLite has one writer at a time: waiting in our queue is fairer than in its lock.
        writers = 1 if self.dialect == "sqlite" else pool_size
        self.readers = threading.BoundedSemaphore(pool_size)
        self.writers = threading.BoundedSemaphore(writers)
        self.patience = pool_timeout
        self._used = threading.local()

    def refresh(self) -> None:
        """Look after this thread's connection: one that broke or lay idle is pinged, and made anew."""
        mine, now = connection(), monotonic()
        if mine.in_atomic_block:  # of somebody around us, such as a test
            return
        if mine.errors_occurred or now - getattr(self._used, "at", 0) > _IDLE_SECONDS:
            mine.close_if_unusable_or_obsolete()
        else:
            mine.health_check_done = True  # type: ignore[attr-defined]
        self._used.at = now

    def ping(self) -> None:
        """Ask the database for an answer."""
        self.refresh()
        with connection().cursor() as cursor:
            cursor.execute("SELECT 1")

    def close(self) -> None:
        """Close this thread's connection; others close theirs when they end."""
        connections.close_all()


def _sqlite() -> dict[str, Any]:
    commands = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
    # Taking the write lock at once is what lets two writers queue instead of failing.
    return {"timeout": 5, "transaction_mode": "IMMEDIATE", "init_command": commands}


def _postgresql() -> dict[str, Any]:
    settings = (
        f"-c timezone=UTC -c lock_timeout={_LOCK_TIMEOUT_SECONDS}s "
        "-c statement_timeout=30s"
    )
    return {"connect_timeout": 5, "options": settings}


def _mysql() -> dict[str, Any]:
    command = (
        "SET time_zone = '+00:00', max_sort_length = 65536, "
        f"innodb_lock_wait_timeout = {_LOCK_TIMEOUT_SECONDS}"
    )
    # What was committed a moment ago counts, as on the other databases.
    return {
        "charset": "utf8mb4",
        "connect_timeout": 5,
        "read_timeout": 30,
        "init_command": command,
        "isolation_level": "read committed",
    }


_OPTIONS = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
    "mysql": _mysql,
    "mariadb": _mysql,
}
