# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""`manage.py seed`."""

from typing import Any

from django.core.management.base import BaseCommand

from ....persistence import seeding
from ...service import service


class Command(BaseCommand):
    """Adds the rows of `seed.json`."""

    help = "Fill an empty database with a few rows."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add them, and say so."""
        self.stdout.write(seeding.seed(service().settings.database_url))
