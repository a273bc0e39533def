# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""`manage.py migrate`, which loses rows with leave only."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from ....persistence.applying import ALLOWED, DestructiveError
from ....persistence.detecting import Autodetector


class Command(migrate.Command):
    """Django's own, with a flag for migrations that are marked destructive."""

    autodetector = Autodetector

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        super().add_arguments(parser)
        parser.add_argument(
            "--allow-destructive",
            action="store_true",
            help="apply migrations that drop what rows hold",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Apply the migrations."""
        leave = ALLOWED.set(bool(options.pop("allow_destructive", False)))
        try:
            super().handle(*args, **options)
        except DestructiveError as refused:
            told = f"{refused}{_behind(options['database'])}"
            raise CommandError(
                f"{told} If that is meant: make migrate destructive=1"
            ) from None
        finally:
            ALLOWED.reset(leave)


def _behind(database: str) -> str:
    """Say what waits behind the migration that stopped, and what of it removes data."""
    executor = MigrationExecutor(connections[database])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    waiting = []
    for one, _ in plan[1:]:
        lost = ", ".join(getattr(one, "destructive", ()))
        name = f"{one.app_label}.{one.name}"
        waiting.append(f"{name}, which removes {lost}" if lost else name)
    return f" Behind it wait {'; '.join(waiting)}." if waiting else ""
