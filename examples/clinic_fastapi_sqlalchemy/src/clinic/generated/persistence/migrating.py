# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Migrations: Alembic, on this stack's engine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from alembic import command, context
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, False_, True_

from . import contexts, resuming, types  # noqa: F401
from .comparing import compare
from .database import driver_url, run_in_transaction
from .revising import Revising
from .signatures import choice_of
from .tables import Base

# `contexts` has brought every table into the metadata, and `resuming` what Alembic does on each database.
METADATA = Base.metadata


class MigrationError(Exception):
    """A migration cannot go on; above all where it would remove data, and nobody has said that it may."""


def upgrade(url: str, *, allow_destructive: bool = False) -> None:
    """Bring the database to the newest schema; MigrationError where it cannot be."""
    root = next(
        place
        for place in (Path.cwd(), *Path(__file__).parents)
        if (place / "migrations").is_dir()
    )
    config = Config(toml_file=root / "pyproject.toml")
    config.attributes["url"] = url
    waiting = list(run_in_transaction(url, lambda held: [*_waiting(held, config)]))
    stop = next((one for one in waiting if _lost(one)), None)
    if stop is not None and not allow_destructive:
        at = waiting.index(stop)
        if at:
            _run(config, waiting[at - 1].revision)
        if run_in_transaction(url, _has_rows):
            raise MigrationError(_refusal(stop, waiting[at + 1 :]))
    _run(config, "heads")


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


def _run(config: Config, revision: str) -> None:
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise MigrationError(str(error)) from None


def _waiting(connection: Connection, config: Config) -> Iterator[Script]:
    """Yield the revisions that are not applied, in the order in which they will be."""
    scripts = ScriptDirectory.from_config(config)
    applied = MigrationContext.configure(connection).get_current_heads()
    known = {one.revision for one in scripts.iterate_revisions(applied, "base")}
    every = reversed([*scripts.walk_revisions()])
    return (one for one in every if one.revision not in known)


def _has_rows(connection: Connection) -> bool:
    """Whether there is anything to lose: in a database that is made new there is not."""
    names = set(sa.inspect(connection).get_table_names()) - {"alembic_version"}
    return any(
        connection.scalar(sa.select(sa.literal(1)).select_from(sa.table(name)).limit(1))
        for name in sorted(names)
    )


def _refusal(stop: Script, behind: list[Script]) -> str:
    """Say what removes data, and what waits behind it: leave is given to all of it."""
    told = f"{Path(stop.path).stem} stops here, because it removes {', '.join(_lost(stop))}."
    waiting = [
        f"{Path(one.path).stem}{which}"
        for one in behind
        for which in [f", which removes {', '.join(_lost(one))}" if _lost(one) else ""]
    ]
    if waiting:
        told += f" Behind it wait {'; '.join(waiting)}."
    return f"{told} If that is meant: make migrate destructive=1"


def _lost(script: Script) -> list[str]:
    """Return what a revision says that it removes."""
    lost = getattr(script.module, "DESTRUCTIVE", [])
    return ["something"] if lost is True else list(lost or [])


def _migrate(connection: Connection) -> None:
    context.configure(connection=connection, **_options())
    with context.begin_transaction():
        context.run_migrations()


def _differences(connection: Connection) -> list[Any]:
    migrations = MigrationContext.configure(connection, opts={"compare_type": True})
    found = compare(migrations, METADATA)
    return [*found.refused, *found.changes, *found.drops]


def _empty(connection: Connection) -> None:
    for table in reversed(METADATA.sorted_tables):
        connection.execute(table.delete())


def _options() -> dict[str, Any]:
    revising = Revising(METADATA)
    return {
        "target_metadata": METADATA,
        "render_item": _render,
        "user_module_prefix": "columns.",
        "compare_type": True,
        # SQLite changes a table by making a new one; revisions are written so that they run everywhere.
        "render_as_batch": True,
        "process_revision_directives": revising,
        "template_args": {"revising": revising},
    }


def _render(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Write types and checks of texts without anything that is the model's or a database's."""
    if kind == "type":
        return types.written(item)
    if kind == "check" and (choice := choice_of(item)):
        column, values = choice
        return f"sa.CheckConstraint(sa.column({column!r}).in_({values!r}), name={item.name!r})"
    if kind == "server_default":
        default = getattr(item, "arg", item)
        if isinstance(default, True_ | False_):
            return "sa.true()" if isinstance(default, True_) else "sa.false()"
    return False
