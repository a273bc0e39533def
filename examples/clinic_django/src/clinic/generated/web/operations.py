# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Views for those who run the service or read about it: health, the API's document."""

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path

from ..contract.answers import Answer
from ..persistence.faults import availability
from .problems import endpoint
from .requests import no_parameters
from .responses import respond
from .service import service

OK = Answer(200, b'{"status":"ok"}')


def live(request: HttpRequest, /) -> HttpResponse:
    """Tell that the process answers."""
    no_parameters(request)
    return respond(OK)


def ready(request: HttpRequest, /) -> HttpResponse:
    """Tell whether the database answers, too."""
    no_parameters(request)
    with availability():
        service().database.ping()
    return respond(OK)


def document(request: HttpRequest, /) -> HttpResponse:
    """Return the API's document, rendered from the model."""
    return respond(Answer(200, _document()))


@cache
def _document() -> bytes:
    # In the repository it lies at the top; a wheel carries it inside the package.
    top = Path(__file__).parents[4] / "openapi.json"
    inside = Path(__file__).parents[1] / "openapi.json"
    return (inside if inside.exists() else top).read_bytes()


urlpatterns = [
    path("health/live", endpoint(GET=live), name="health_live"),
    path("health/ready", endpoint(GET=ready), name="health_ready"),
    path("openapi.json", endpoint(GET=document), name="openapi"),
]
