# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""`manage.py makemigrations`, which follows the model: `was`, defaults, drops apart."""

import re
from pathlib import Path
from typing import Any

from django.core.management.commands import makemigrations

from ....persistence.detecting import Autodetector
from ....persistence.writing import Writer


class Command(makemigrations.Command):
    """Django's own, with a name made of words, and without a question about the model."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the migrations."""
        if options["name"]:
            words = re.findall(r"[a-z0-9]+", options["name"].lower())
            options["name"] = "_".join(words)[:40] or None
        super().handle(*args, **options)

    def write_migration_files(self, changes: Any, *args: Any) -> None:
        """Write them, those of the model in its own words, and tell what rows may not fit."""
        super().write_migration_files(changes, *args)
        for migration in (one for found in changes.values() for one in found):
            writer = Writer(migration, self.include_header)
            if writer.is_ours and not self.dry_run:
                Path(writer.path).write_text(writer.as_string(), encoding="utf-8")
            for note in getattr(migration, "notes", ()):
                self.log(self.style.WARNING(note))
            if getattr(migration, "destructive", ()):
                dropped = ", ".join(migration.destructive)
                self.log(
                    self.style.WARNING(
                        f"{migration.name} is destructive: it removes {dropped}."
                    )
                )
