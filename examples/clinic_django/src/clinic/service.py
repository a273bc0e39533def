"""How the service is put together: its settings, its handlers, where its events go. This file is yours."""

from django.conf import settings

from clinic.generated.contract.events import LoggingPublisher
from clinic.generated.web.service import Service


def create_service() -> Service:
    """Return the service of this process."""
    return Service(
        settings.SERVICE_SETTINGS,
        actions="clinic.actions",
        publisher=LoggingPublisher(),
    )
