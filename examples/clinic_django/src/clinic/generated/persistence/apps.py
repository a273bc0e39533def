# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The service's own tables as an application of Django."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import pre_migrate


class PersistenceConfig(AppConfig):
    """Events on their way, history, stored answers."""

    name = "clinic.generated.persistence"
    label = "service"

    def ready(self) -> None:
        """Let migrations take their time: what limits a request would break them off."""
        pre_migrate.connect(_without_limits, sender=self)


def _without_limits(using: str, **_: Any) -> None:
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
    elif connection.settings_dict["OPTIONS"].pop("read_timeout", None):
        connection.close()
