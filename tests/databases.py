"""Databases for tests: a fresh one per session, on SQLite, PostgreSQL and MariaDB.

    with Database.fresh("postgresql", tmp_path) as database:
        env = {"DATABASE_URL": database.url}

The servers are found at `STACKWRIGHT_POSTGRESQL` and `STACKWRIGHT_MARIADB` (URLs without a database; by
default the standard ports of this machine, users `postgres` and `root` without a password). A test that
needs one carries the mark of its kind (`pytest.mark.postgresql`, or `marked("postgresql")` for a
parameter). Where a server is absent, `conftest.py` leaves its tests out and says so;
`STACKWRIGHT_DEMAND_SERVERS=1` makes the absence a failure instead.

Databases are made as unhelpful as a server may be (a linguistic collation, a time zone that is not UTC),
because what a service answers must not depend on them.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import urlsplit

import psycopg
import pymysql
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from urllib.parse import SplitResult

Kind = Literal["sqlite", "postgresql", "mariadb"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SERVERS: tuple[Kind, ...] = ("postgresql", "mariadb")

_ADDRESSES = {
    "postgresql": ("STACKWRIGHT_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432"),
    "mariadb": ("STACKWRIGHT_MARIADB", "mysql://root@127.0.0.1:3306"),
}


class ServerAbsentError(Exception):
    """A database server that a test needs does not answer."""

    def __init__(self, kind: Kind, reason: object) -> None:
        variable = _ADDRESSES[kind][0]
        super().__init__(
            f"no {kind} server at {_address(kind).netloc}, start one or set {variable}: {reason}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One database of a name that nobody else uses. `url` is what a service gets as `DATABASE_URL`."""

    kind: Kind
    name: str
    url: str

    @classmethod
    def named(cls, kind: Kind, name: str, directory: Path) -> Database:
        """Describe a database without touching it; `directory` is where SQLite keeps its file."""
        if kind == "sqlite":
            return cls(kind=kind, name=name, url=f"sqlite:///{directory.absolute() / name}.db")
        return cls(kind=kind, name=name, url=f"{_address(kind).geturl()}/{name}")

    @classmethod
    @contextmanager
    def fresh(cls, kind: Kind, directory: Path) -> Iterator[Database]:
        """Create a database with a random name, and drop it at the end, whoever is still connected."""
        database = cls.named(kind, f"stackwright_{secrets.token_hex(6)}", directory)
        database.create()
        try:
            yield database
        finally:
            database.drop()

    def create(self) -> None:
        """Create it, empty; ServerAbsentError if the server does not answer. (SQLite makes its own file.)"""
        if self.kind == "postgresql":
            _execute(
                self.kind,
                f"CREATE DATABASE {self.name} TEMPLATE template0 ENCODING 'UTF8' "
                "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LC_COLLATE 'C' LC_CTYPE 'C'",
                f"ALTER DATABASE {self.name} SET timezone TO 'Asia/Kathmandu'",
            )
        elif self.kind == "mariadb":
            _execute(
                self.kind, f"CREATE DATABASE {self.name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
            )

    def drop(self) -> None:
        """Remove it, and every connection to it. SQLite's file stays where its directory will be removed."""
        if self.kind == "postgresql":
            _execute(self.kind, f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        elif self.kind == "mariadb":
            _execute(self.kind, f"DROP DATABASE IF EXISTS {self.name}")

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Return what a statement selects, read behind the service's back."""
        if self.kind == "postgresql":
            with psycopg.connect(self.url) as postgresql:
                return postgresql.execute(statement.encode()).fetchall()
        if self.kind == "mariadb":
            with _mariadb(self.name) as connection, connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall())
        import sqlite3  # noqa: PLC0415 (not everywhere built in)

        with sqlite3.connect(self.url.removeprefix("sqlite:///")) as sqlite:
            return sqlite.execute(statement).fetchall()


def absence(kind: Kind) -> ServerAbsentError | None:
    """Say why a kind of database cannot be used here; None if it can."""
    if kind == "sqlite":
        return None
    try:
        _execute(kind, "SELECT 1")
    except ServerAbsentError as error:
        return error
    return None


def servers_are_demanded() -> bool:
    """Whether an absent server must fail its tests (as in CI) instead of leaving them out."""
    return os.environ.get("STACKWRIGHT_DEMAND_SERVERS") == "1"


def marked(kind: Kind) -> object:
    """A pytest parameter for a kind of database, marked so that it is left out where its server is absent."""
    marks = [getattr(pytest.mark, kind)] if kind in SERVERS else []
    return pytest.param(kind, id=kind, marks=marks)


def _address(kind: Kind) -> SplitResult:
    variable, default = _ADDRESSES[kind]
    return urlsplit(os.environ.get(variable, default).rstrip("/"))


def _execute(kind: Kind, *statements: str) -> None:
    try:
        if kind == "postgresql":
            url = f"{_address(kind).geturl()}/postgres?connect_timeout=3"
            with psycopg.connect(url, autocommit=True) as postgresql:
                for statement in statements:
                    postgresql.execute(statement.encode())
        else:
            with _mariadb(None) as connection, connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
    except (psycopg.OperationalError, pymysql.err.OperationalError) as error:
        raise ServerAbsentError(kind, error) from error


def _mariadb(name: str | None) -> pymysql.Connection[pymysql.cursors.Cursor]:
    address = _address("mariadb")
    return pymysql.connect(
        host=address.hostname,
        port=address.port or 3306,
        user=address.username or "root",
        password=address.password or "",
        database=name,
        connect_timeout=3,
        autocommit=True,
    )
