# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""`manage.py serve`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from ...service import service


class Command(BaseCommand):
    """Answers requests."""

    help = "Answer requests by Gunicorn, as the settings say."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until the process is stopped."""
        # Gunicorn runs where processes can fork, and the other commands everywhere.
        from ...workers import Server

        # Each process that answers begins by itself, when it finds its application.
        Server(
            lambda: import_string(settings.WSGI_APPLICATION),
            service().settings,
            starting=lambda: None,
            ending=service().stop,
        ).run()
