"""The application. This file is yours: add middleware, authentication and routes of your own."""

from fastapi import FastAPI

from clinic.generated.contract.events import LoggingPublisher
from clinic.generated.web.service import Service
from clinic.settings import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the application."""
    service = Service(
        settings or Settings(),
        actions="clinic.actions",
        publisher=LoggingPublisher(),
    )
    app = FastAPI(title="Clinic", lifespan=service.lifespan, openapi_url=None)
    service.install(app)
    return app
