# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The model as a service: its settings, its database, its relay, and how they join an application."""

import os
from threading import Lock, Thread

from flask import Flask

from .. import logs
from ..contract.cursors import Cursors
from ..contract.events import EventPublisher
from ..handlers import find_handlers
from ..persistence.database import Database
from ..persistence.relay import Relay
from ..persistence.units import Units
from ..settings import Settings
from ..triggers import TRIGGERS
from . import docs, middleware, operations, problems, serving
from .requests import EXTENSION
from .routers import BLUEPRINTS


class Service:
    """Everything that lives as long as the application does, under `app.extensions["shop"]`.

    `actions` is the package in which your handlers are found; `publisher` is where events go.
    """

    def __init__(
        self, settings: Settings, *, actions: str, publisher: EventPublisher
    ) -> None:
        self.settings = settings
        self.handlers = find_handlers(actions)
        self.database = Database(
            settings.database_url,
            pool_size=settings.pool_size,
            pool_timeout=settings.pool_timeout,
        )
        secret = settings.secret_key.get_secret_value().encode()
        self.units = Units(self.database, Cursors(secret), self._wake)
        self.relay = Relay(self.units, publisher, TRIGGERS, self.handlers)
        self._starting = Lock()
        self._started = False
        self._process = os.getpid()
        self._delivering: Thread | None = None

    def install(self, app: Flask) -> None:
        """Add every generated route, command and error answer to the application."""
        app.extensions[EXTENSION] = self
        # Flask cuts what is over its limit, so that one byte more tells us of it.
        app.config["MAX_CONTENT_LENGTH"] = self.settings.body_limit + 1
        app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
        # Redirects would answer paths that the contract does not know.
        app.url_map.merge_slashes = False
        middleware.install(app)
        problems.install(app)
        for module in (docs, operations, serving):
            app.register_blueprint(module.blueprint)
        for blueprint in BLUEPRINTS:
            app.register_blueprint(blueprint)

    def start(self) -> None:
        """Deliver events in this process, as soon as it answers requests; once is enough."""
        if self._started:
            return
        with self._starting:
            if self._started:
                return
            if os.getpid() != self._process:
                self.database.forget()
            logs.configure(self.settings.log_level, json=self.settings.log_in_json)
            if self.settings.relay:
                self._delivering = Thread(
                    target=self.relay.run, name="relay", daemon=True
                )
                self._delivering.start()
            self._started = True

    def close(self) -> None:
        """Stop delivering, and close every connection."""
        if self._delivering is not None:
            self.relay.stop()
            self._delivering.join(self.settings.shutdown_grace)
        self.database.close()

    def _wake(self) -> None:
        if self.settings.relay:
            self.relay.wake()
