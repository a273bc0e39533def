# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The service in a process that answers requests, whatever the server is."""

import atexit
import logging

from django.core.asgi import get_asgi_application
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from .. import logs
from ..settings import Settings


def wsgi() -> WSGIHandler:
    """Return the application of a process that a WSGI server has begun."""
    application = get_wsgi_application()
    begin()
    return application


def asgi() -> ASGIHandler:
    """Return the application of a process that an ASGI server has begun."""
    application = get_asgi_application()
    begin()
    return application


def begin() -> None:
    """Write logs, and deliver events until the process ends."""
    # What knows models can be imported once Django is set up.
    from .service import service

    running = service()
    configure_logs(running.settings)
    running.start()
    atexit.register(running.stop)


def configure_logs(settings: Settings) -> None:
    """Send every log to stdout in one form."""
    logs.configure(settings.log_level, json=settings.log_in_json)
    # A refused request has its line already; only what is our fault gets one more.
    logging.getLogger("django.request").setLevel(logging.ERROR)
