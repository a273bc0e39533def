# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The model as a service: its settings, its database, its relay, and how they join a project."""

from functools import cache, cached_property
from threading import Thread

from django.conf import settings
from django.utils.module_loading import import_string

from ..contract.cursors import Cursors
from ..contract.events import EventPublisher
from ..handlers import find_handlers
from ..persistence.database import Database
from ..persistence.relay import Relay
from ..persistence.units import Units
from ..settings import Settings
from ..triggers import TRIGGERS


class Service:
    """Everything that lives as long as the process does.

    `actions` is the package in which your handlers are found; `publisher` is where events go.
    """

    def __init__(
        self, settings: Settings, *, actions: str, publisher: EventPublisher
    ) -> None:
        self.settings = settings
        self.handlers = find_handlers(actions)
        self._publisher = publisher
        self._delivering: Thread | None = None

    @cached_property
    def database(self) -> Database:
        """Return the connections."""
        settings = self.settings
        return Database(
            settings.database_url,
            pool_size=settings.pool_size,
            pool_timeout=settings.pool_timeout,
        )

    @cached_property
    def units(self) -> Units:
        """Return what begins units of work."""
        secret = self.settings.secret_key.get_secret_value().encode()
        return Units(self.database, Cursors(secret), self._wake)

    @cached_property
    def relay(self) -> Relay:
        """Return what delivers events."""
        return Relay(self.units, self._publisher, TRIGGERS, self.handlers)

    def start(self) -> None:
        """Deliver events in a thread of this process, where the settings say so."""
        if self.settings.relay and self._delivering is None:
            self._delivering = Thread(target=self.relay.run, name="relay", daemon=True)
            self._delivering.start()

    def stop(self) -> None:
        """End what `start` began, after the event that is under way, and close every connection."""
        if self._delivering is not None:
            self.relay.stop()
            self._delivering.join(self.settings.shutdown_grace)
            self._delivering = None
        self.database.close()

    def _wake(self) -> None:
        if self._delivering is not None:
            self.relay.wake()


@cache
def service() -> Service:
    """Return the service of the process, which SERVICE_FACTORY of Django's settings makes."""
    made: Service = import_string(settings.SERVICE_FACTORY)()
    return made
