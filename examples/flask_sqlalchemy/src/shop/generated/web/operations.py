# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Routes for those who run the service or read about it: health, the API's document."""

from functools import cache
from pathlib import Path

from flask import Blueprint, Response

from ..contract.answers import Answer
from ..persistence.faults import availability
from .requests import no_parameters, service
from .responses import respond

blueprint = Blueprint("operations", __name__)
OK = Answer(200, b'{"status":"ok"}')


@blueprint.get("/health/live")
def live() -> Response:
    """Tell that the process answers."""
    no_parameters()
    return respond(OK)


@blueprint.get("/health/ready")
def ready() -> Response:
    """Tell whether the database answers, too."""
    no_parameters()
    with availability():
        service().database.ping()
    return respond(OK)


@blueprint.get("/openapi.json")
def document() -> Response:
    """Return the API's document, rendered from the model."""
    return Response(_document(), mimetype="application/json")


@cache
def _document() -> bytes:
    # In the repository it lies at the top; a wheel carries it inside the package.
    top = Path(__file__).parents[4] / "openapi.json"
    inside = Path(__file__).parents[1] / "openapi.json"
    return (inside if inside.exists() else top).read_bytes()
