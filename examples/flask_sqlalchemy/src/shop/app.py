"""The application. This file is yours: add hooks, authentication and blueprints of your own."""

from flask import Flask

from shop.generated.contract.events import LoggingPublisher
from shop.generated.web.service import Service
from shop.generated.web.serving import configured
from shop.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application."""
    service = Service(
        settings or configured(Settings),
        actions="shop.actions",
        publisher=LoggingPublisher(),
    )
    app = Flask(__name__, static_folder=None)
    service.install(app)
    return app
