# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""`manage.py makemigrations`, whose `--name` may be any words."""

import re
from typing import Any

from django.core.management.commands import makemigrations


class Command(makemigrations.Command):
    """Django's own, with a name made of words."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the migrations."""
        if options["name"]:
            words = re.findall(r"[a-z0-9]+", options["name"].lower())
            options["name"] = "_".join(words)[:40] or None
        super().handle(*args, **options)
