"""A project whose model changes: its commands, as the manifest of its stack names them, and its rows.

Whatever differs between Alembic and Django beside these commands stands in `TOOLS`.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, Table, create_engine, make_url, select, text
from stackwright.ontology import load
from stackwright.project import kept
from stackwright.rendering import Answers, files
from stackwright.rendering.stacks import load_stacks

from tests.migrations.warm import BIN, Warm
from tests.schema.projects import REPOSITORY, SETTINGS, STACKS
from tests.schema.reading import _DRIVERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Engine

    from tests.databases import Database

PACKAGE = "moving"
HERE = Path(__file__).parent
WARM = {stack: Warm(PACKAGE) for stack in STACKS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What makes and applies migrations.

    `idle` is what it says where there is none to make, `killed` the script that dies on the way, `back` the
    commands that take all but the first migrations of ontologies back. Where it `is_whole`, all that waits is
    one transaction, if a database has transactions for that.
    """

    idle: str
    killed: Path
    back: Callable[[Sequence[str]], list[tuple[str, ...]]]
    is_whole: bool


TOOLS = {
    "alembic": Tool(
        idle="Nothing to migrate",
        killed=HERE / "killed_alembic.py",
        back=lambda _: [("alembic", "downgrade", "0001")],
        is_whole=True,
    ),
    "apps": Tool(
        idle="No changes detected",
        killed=HERE / "killed_django.py",
        back=lambda labels: [("python", "manage.py", "migrate", label, "0001") for label in labels],
        is_whole=False,
    ),
}


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it printed."""

    status: int
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A rendered project on a database."""

    stack: str
    folder: Path
    database: Database

    @property
    def tool(self) -> Tool:
        """What makes its migrations."""
        has = load_stacks(REPOSITORY)[self.stack].has
        return next(tool for capability, tool in TOOLS.items() if has(capability))

    def follow(self, model: Mapping[str, str]) -> None:
        """Render a model, as an update does: what is there and is not generated stays as it is."""
        made = files(load(dict(model)), Answers(stack=self.stack, package_name=PACKAGE))
        before = frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.py"))
        for path in self._generated():
            if path.relative_to(self.folder).as_posix() not in made:
                path.unlink()
        for name, file in made.items():
            if kept(file, self.folder, before):
                continue
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="")

    def migration(self, message: str = "follow the model") -> Done:
        """Make a migration of what has changed."""
        return self.command("migration", message)

    def migrate(self, *options: str) -> Done:
        """Apply all migrations."""
        return self.command("migrate", *options)

    def command(self, target: str, *more: str, env: Mapping[str, str] | None = None) -> Done:
        """Run what the Makefile runs for a target."""
        stack = load_stacks(REPOSITORY)[self.stack]
        return self.run(*stack.commands_of(PACKAGE)[target].split(), *more, env=env)

    def run(self, program: str, *arguments: str, env: Mapping[str, str] | None = None) -> Done:
        """Run a script of the environment, or `python`."""
        environment = {**os.environ, **SETTINGS, **self.environment, **(env or {})}
        return Done(*WARM[self.stack].run([program, *arguments], self.folder, environment))

    def check(self, tool: str, *arguments: str) -> Done:
        """Run a tool that is no script of Python."""
        done = subprocess.run(
            [str(BIN / tool), *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout)

    @property
    def environment(self) -> dict[str, str]:
        """Where the code and the database are."""
        return {"PYTHONPATH": str(self.folder / "src"), "DATABASE_URL": self.database.url}

    def revisions(self) -> dict[str, str]:
        """Return the migrations that there are, by their paths."""
        stack = load_stacks(REPOSITORY)[self.stack]
        root = self.folder / stack.migrations.format(package=PACKAGE)
        found = (path for path in sorted(root.rglob("*.py")) if path.stem not in ("__init__", "env"))
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in found}

    def insert(self, rows: Mapping[str, list[dict[str, Any]]]) -> None:
        """Write rows behind the service's back."""
        with _engine(self.database) as engine, engine.begin() as connection:
            for name, given in rows.items():
                table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
                for row in given:
                    whole = row | ({"row_version": 1} if "row_version" in table.columns else {})
                    if self.database.kind == "mariadb":  # which has no JSON of its own
                        whole = {k: json.dumps(v) if isinstance(v, dict) else v for k, v in whole.items()}
                    connection.execute(table.insert(), whole)

    def rows(self, table: str, columns: list[str]) -> list[list[str]]:
        """Return columns of all rows, as text, sorted."""
        with _engine(self.database) as engine, engine.connect() as connection:
            held = Table(table, MetaData(), autoload_with=connection, resolve_fks=False)
            chosen = connection.execute(select(*(held.columns[name] for name in columns)))
            return sorted([_text(value) for value in row] for row in chosen)

    def execute(self, statement: str) -> None:
        """Run a statement behind the service's back."""
        with _engine(self.database) as engine, engine.begin() as connection:
            connection.execute(text(statement))

    def _generated(self) -> Iterator[Path]:
        return (self.folder / "src" / PACKAGE / "generated").rglob("*.py")


class _engine:  # noqa: N801
    """An engine that is gone afterwards."""

    def __init__(self, database: Database) -> None:
        url = make_url(database.url).set(drivername=_DRIVERS[database.kind])
        self._engine = create_engine(url)

    def __enter__(self) -> Engine:
        return self._engine

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()


def _text(value: object) -> str:
    """Write a value as all databases would."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
