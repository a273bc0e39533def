# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Migrations: Alembic, on this stack's engine."""

from pathlib import Path
from typing import Any, Literal

from alembic import command, context
from alembic.autogenerate import compare_metadata
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from . import contexts, types  # noqa: F401
from .database import driver_url, run_in_transaction
from .tables import Base

# `contexts` has brought every table into the metadata.
METADATA = Base.metadata


def upgrade(url: str) -> None:
    """Bring the database to the newest schema."""
    root = next(
        place
        for place in (Path.cwd(), *Path(__file__).parents)
        if (place / "migrations").is_dir()
    )
    config = Config(toml_file=root / "pyproject.toml")
    config.attributes["url"] = url
    command.upgrade(config, "head")


def differences(url: str) -> list[Any]:
    """Return what the model's tables have and the database has not, and the reverse."""
    return run_in_transaction(url, _differences)


def empty(url: str) -> None:
    """Remove every row."""
    run_in_transaction(url, _empty)


def run_online(url: str) -> None:
    """Migrate the database, in a transaction where it has transactions for that."""
    run_in_transaction(url, _migrate)


def run_offline(url: str) -> None:
    """Print the SQL of the migrations."""
    context.configure(url=driver_url(url), literal_binds=True, **_options())
    with context.begin_transaction():
        context.run_migrations()


def _migrate(connection: Connection) -> None:
    # SQLite changes a table by making a new one, so it must copy instead of altering.
    batch = connection.dialect.name == "sqlite"
    context.configure(connection=connection, render_as_batch=batch, **_options())
    with context.begin_transaction():
        context.run_migrations()


def _differences(connection: Connection) -> list[Any]:
    migrations = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(migrations, METADATA))


def _empty(connection: Connection) -> None:
    for table in reversed(METADATA.sorted_tables):
        connection.execute(table.delete())


def _options() -> dict[str, Any]:
    return {
        "target_metadata": METADATA,
        "render_item": _render,
        "user_module_prefix": "columns.",
        "compare_type": True,
    }


def _render(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Write types without the classes of the model, which will change while migrations stay."""
    if kind != "type":
        return False
    if isinstance(item, types.Choice):
        return f"columns.Text({item.length})"
    if isinstance(item, types.Packed):
        return "columns.Packed(object)"
    for name in ("Uuid", "AutoInteger", "TimeOfDay"):
        if item is getattr(types, name):
            return f"columns.{name}"
    return False
