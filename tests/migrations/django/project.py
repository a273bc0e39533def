"""A Django project whose model changes: its commands, its migrations, and its rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, Table, create_engine, make_url, select
from stackwright.ontology import load
from stackwright.rendering import Answers, files

from tests.schema.projects import SETTINGS
from tests.schema.reading import _DRIVERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Engine

    from tests.databases import Database

PACKAGE = "moving"
TOOLS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it printed."""

    status: int
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A rendered project on a database."""

    folder: Path
    database: Database

    def follow(self, model: str) -> None:
        """Render a model, as an update does: what is the user's stays as it is."""
        made = files(load({"ontology/shop.yml": model}), Answers(stack="django", package_name=PACKAGE))
        for path in (self.folder / "src" / PACKAGE / "generated").rglob("*.py"):
            path.unlink()
        is_first = not self.migrations()
        for name, file in made.items():
            path = self.folder / name
            if file.owner == "yours" and not is_first:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="")

    def manage(self, *arguments: str) -> Done:
        """Run a command of `manage.py`."""
        return self.run(sys.executable, "manage.py", *arguments)

    def run(self, *command: str) -> Done:
        """Run a program in the project's folder and environment."""
        environment = {
            "PYTHONPATH": str(self.folder / "src"),
            "DATABASE_URL": self.database.url,
            "DJANGO_SETTINGS_MODULE": f"{PACKAGE}.config.settings.development",
        }
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **SETTINGS, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        return Done(done.returncode, done.stdout)

    def migrations(self) -> dict[str, str]:
        """Return the migrations that there are, by their names."""
        found = sorted((self.folder / "src" / PACKAGE / "migrations" / "shop").glob("0*.py"))
        return {path.stem: path.read_text("utf-8") for path in found}

    def insert(self, rows: Mapping[str, list[dict[str, Any]]]) -> None:
        """Write rows behind the service's back."""
        engine = self._engine()
        with engine.begin() as connection:
            for name, given in rows.items():
                table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
                for row in given:
                    connection.execute(table.insert(), {key: self._kept(one) for key, one in row.items()})
        engine.dispose()

    def rows(self, table: str, *columns: str) -> list[tuple[str, ...]]:
        """Return columns of all rows, as text, sorted."""
        engine = self._engine()
        with engine.connect() as connection:
            held = Table(table, MetaData(), autoload_with=connection, resolve_fks=False)
            chosen = connection.execute(select(*(held.columns[name] for name in columns)))
            found = sorted(tuple(str(value) for value in row) for row in chosen)
        engine.dispose()
        return found

    def _engine(self) -> Engine:
        return create_engine(make_url(self.database.url).set(drivername=_DRIVERS[self.database.kind]))

    def _kept(self, value: Any) -> Any:
        # MariaDB's JSON is a text.
        return json.dumps(value) if isinstance(value, dict) and self.database.kind == "mariadb" else value
