# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The model as a service: its settings, its database, its relay, and how they join an application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cached_property

from fastapi import FastAPI

from .. import logs
from ..contract.cursors import Cursors
from ..contract.events import EventPublisher
from ..handlers import find_handlers
from ..persistence.database import Database
from ..persistence.relay import Relay
from ..persistence.units import Units
from ..settings import Settings
from ..triggers import TRIGGERS
from . import docs, operations, problems
from .middleware import RequestMiddleware
from .routers import ROUTERS


class Service:
    """Everything that lives as long as the application does.

    `actions` is the package in which your handlers are found; `publisher` is where events go.
    """

    def __init__(
        self, settings: Settings, *, actions: str, publisher: EventPublisher
    ) -> None:
        self.settings = settings
        self.handlers = find_handlers(actions)
        self._publisher = publisher

    @cached_property
    def database(self) -> Database:
        """Return the pools of connections."""
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

    def install(self, app: FastAPI) -> None:
        """Add every generated route and every error answer to the application."""
        app.state.service = self
        # Redirects would answer paths that the contract does not know.
        app.router.redirect_slashes = False
        for router in (*ROUTERS, operations.router, docs.router):
            app.include_router(router)
        problems.install(app)
        app.add_middleware(RequestMiddleware, body_limit=self.settings.body_limit)

    @asynccontextmanager
    async def lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        """Deliver events while the application runs, and close every connection at its end."""
        settings = self.settings
        logs.configure(settings.log_level, json=settings.log_in_json)
        delivering = asyncio.create_task(self.relay.run()) if settings.relay else None
        try:
            yield
        finally:
            if delivering is not None:
                self.relay.stop()
                with suppress(asyncio.CancelledError, TimeoutError):
                    await asyncio.wait_for(delivering, settings.shutdown_grace)
            await self.database.close()

    def _wake(self) -> None:
        if self.settings.relay:
            self.relay.wake()
