# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""`manage.py migrate`, which loses rows with leave only."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate

from ....persistence.applying import ALLOWED
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
        finally:
            ALLOWED.reset(leave)
