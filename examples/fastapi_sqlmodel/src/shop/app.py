"""The application. This file is yours: add middleware, authentication and routes of your own."""

from fastapi import FastAPI

from shop.generated.contract.events import LoggingPublisher
from shop.generated.web.service import Service
from shop.settings import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the application."""
    service = Service(
        settings or Settings(),
        actions="shop.actions",
        publisher=LoggingPublisher(),
    )
    app = FastAPI(title="Shop", lifespan=service.lifespan, openapi_url=None)
    service.install(app)
    return app
