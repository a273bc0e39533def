"""A migrated shop with customers, and a server of it on a port that stays the same."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks.shops import Stock, fill
from tests.databases import Database
from tests.servers import RunningServer, free_port, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.databases import Kind

PLACES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "mariadb": "MariaDB"}
_SECRET = "faults-are-found-with-this-secret-of-fifty-letters"
_ENV = {"ENVIRONMENT": "production", "SECRET_KEY": _SECRET, "RELAY": "true", "LOG_LEVEL": "WARNING"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A project on a database that holds customers and, in the state `created`, some orders."""

    project: Path
    directory: Path
    database: Database
    stock: Stock
    url: str
    port: int = field(default_factory=free_port)

    @property
    def where(self) -> str:
        """Its stack and its database, for people."""
        return f"{self.project.name} on {PLACES[self.database.kind]}"

    def serve(self, **env: str) -> RunningServer:
        """Start its server, on the same port each time."""
        log = self.directory / "server.log"
        return RunningServer.start(
            self.project, _ENV | {"DATABASE_URL": self.url} | env, port=self.port, log=log
        )


@contextlib.contextmanager
def opened(project: Path, directory: Path, kind: Kind, *, orders: int = 0) -> Iterator[Shop]:
    """Open a shop on a fresh database of the kind."""
    with Database.fresh(kind, directory) as database:
        yield open_on(database, project, directory, orders=orders)


def open_on(
    database: Database, project: Path, directory: Path, *, orders: int = 0, url: str | None = None
) -> Shop:
    """Open a shop on an empty database, which the service may reach at another URL than we do."""
    run(project, "migrate", _ENV | {"DATABASE_URL": database.url})
    stock = fill(database, orders)
    return Shop(project=project, directory=directory, database=database, stock=stock, url=url or database.url)
