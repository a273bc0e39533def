# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Gunicorn with the settings of the service: processes of several threads each."""

import gc
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gunicorn import glogging
from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import ThreadWorker

from .. import logs
from ..settings import Settings

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

_KEEP_ALIVE_SECONDS = 5


class Server(BaseApplication):
    """Serves what `load` returns; `starting` and `ending` are called in each process that does."""

    def __init__(
        self,
        load: Callable[[], "WSGIApplication"],
        settings: Settings,
        *,
        starting: Callable[[], None],
        ending: Callable[[], None],
    ) -> None:
        self._load = load
        self._settings = settings
        self._starting = starting
        self._ending = ending
        logs.configure(settings.log_level, json=settings.log_in_json)
        super().__init__()

    def load_config(self) -> None:
        """Turn the settings into Gunicorn's."""
        settings = self._settings
        options: dict[str, Any] = {
            "bind": f"{_host(settings)}:{settings.port}",
            "worker_class": _Worker,
            "workers": settings.workers,
            "threads": settings.threads,
            "keepalive": _KEEP_ALIVE_SECONDS,
            "graceful_timeout": int(settings.shutdown_grace),
            "logger_class": _Logger,
            # Conditions in a query string may be long; the body limit does not hold for them.
            "limit_request_line": 0,
            # Nobody but the service's own settings says how it runs.
            "forwarder_headers": "",
            "control_socket_disable": True,
            "when_ready": self._ready,
            "post_worker_init": lambda worker: self._starting(),
            "worker_exit": lambda server, worker: self._ending(),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application."""
        return self._load()

    def _ready(self, server: Any) -> None:
        # What is loaded by now stays; the children need not look through it, and end at once.
        gc.collect()
        gc.freeze()
        port = server.LISTENERS[0].sock.getsockname()[1]
        print(f"Docs: http://{_host(self._settings)}:{port}/docs", flush=True)  # noqa: T201


class _Worker(ThreadWorker):
    """A worker that refuses connections, and leaves none waiting, once it is asked to stop."""

    def set_accept_enabled(self, enabled: bool | None) -> None:
        """Accept connections, or for now, or for good, none."""
        super().set_accept_enabled(enabled)
        if not self.alive:
            for listener in self.sockets:
                listener.close()


class _Logger(glogging.Logger):
    """Gunicorn's messages, in the log of the service."""

    def setup(self, cfg: Any) -> None:
        """Leave form and level to the service; it writes a line for each request itself."""
        self.error_log.propagate = True
        self.access_log.setLevel(logging.CRITICAL)


def _host(settings: Settings) -> str:
    return f"[{settings.host}]" if ":" in settings.host else settings.host
