"""`python -m lean_django serve`, with the settings of a rendered shop."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import django
from django.conf import settings
from gunicorn.app.base import BaseApplication

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

THREADS = 8
SQLITE = {
    "timeout": 5,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
}


def _database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = parts.path.removeprefix("/")
    if parts.scheme == "sqlite":
        kind = {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": SQLITE}
    else:
        kind = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": parts.username or "",
            "PASSWORD": parts.password or "",
            "HOST": parts.hostname or "",
            "PORT": parts.port or "",
        }
    return kind | {"CONN_MAX_AGE": None}


class _Server(BaseApplication):
    """Gunicorn as a rendered shop has it: one process of eight threads."""

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"{os.environ['HOST']}:{os.environ['PORT']}",
            "worker_class": "gthread",
            "threads": THREADS,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIApplication:
        from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415 (it reads the settings)

        return WSGIHandler()


if sys.argv[1:] != ["serve"]:
    sys.exit(__doc__)
settings.configure(
    DATABASES={"default": _database(os.environ["DATABASE_URL"])},
    ROOT_URLCONF="lean_django.orders",
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    LOGGING_CONFIG=None,
)
django.setup()
_Server().run()
