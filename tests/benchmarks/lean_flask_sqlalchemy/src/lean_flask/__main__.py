"""`python -m lean_flask migrate | serve`, with the settings of a rendered shop.

`SERVER` names another server than Gunicorn; `tests.benchmarks.servers` compares them.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from lean.tables import metadata

from .app import THREADS, WRITES, app

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication


def gunicorn(host: str, port: int) -> None:
    """Serve as a rendered shop does: one process of eight threads."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415

    class Server(BaseApplication):
        """Gunicorn, with settings of our own."""

        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "worker_class": "gthread",
                "threads": THREADS,
                "keepalive": 5,
                "loglevel": "warning",
                "control_socket_disable": True,
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> WSGIApplication:
            return app  # type: ignore[return-value]

    Server().run()


def waitress(host: str, port: int) -> None:
    """Serve with one process that reads and writes, and eight threads that answer."""
    from waitress import serve  # noqa: PLC0415

    serve(app, host=host, port=port, threads=THREADS)


def granian(host: str, port: int) -> None:
    """Serve with a server in Rust, and eight threads that answer."""
    from granian import Granian  # noqa: PLC0415

    Granian(
        "lean_flask.app:app",
        address=host,
        port=port,
        interface="wsgi",  # type: ignore[arg-type]
        blocking_threads=THREADS,
        log_enabled=False,
    ).serve()


SERVERS = {"gunicorn": gunicorn, "waitress": waitress, "granian": granian}

if __name__ == "__main__":
    if sys.argv[1:] == ["migrate"]:
        metadata.create_all(WRITES)
    elif sys.argv[1:] == ["serve"]:
        SERVERS[os.environ.get("SERVER", "gunicorn")](os.environ["HOST"], int(os.environ["PORT"]))
    else:
        sys.exit(__doc__)
