"""The application, for whichever server."""

from __future__ import annotations

import os

from flask import Flask, Response

from .database import engines
from .orders import blueprint

THREADS = 8
READS, WRITES = engines(os.environ["DATABASE_URL"], int(os.environ.get("POOL_SIZE", THREADS)))

app = Flask(__name__, static_folder=None)
app.register_blueprint(blueprint(READS, WRITES, b"a secret of benchmarks"))


@app.get("/health/ready")
def ready() -> Response:
    """Say that it listens."""
    return Response(b'{"status":"ok"}', content_type="application/json")
