# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Views for those who run the service or read about it: health, the API's document, its page."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path

from ..contract.answers import Answer
from ..contract.errors import NotFoundError
from ..persistence.faults import availability
from .problems import endpoint
from .requests import no_parameters
from .responses import respond
from .service import service

OK = Answer(200, b'{"status":"ok"}')

_ASSETS = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Shop</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="page"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "openapi.json", dom_id: "#page", deepLinking: true});</script>
</body>
</html>
"""


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


def docs(request: HttpRequest, /) -> HttpResponse:
    """Return a page to read the document and to try it; it needs no other host."""
    return respond(Answer(200, _PAGE.encode(), media_type="text/html; charset=utf-8"))


def asset(request: HttpRequest, /, name: str) -> HttpResponse:
    """Return a part of the page."""
    if name not in _ASSETS:
        raise NotFoundError("No such path.")
    headers = {"Cache-Control": "max-age=86400"}
    media_type = f"{_ASSETS[name]}; charset=utf-8"
    return respond(Answer(200, _asset(name), headers, media_type))


@cache
def _document() -> bytes:
    # In the repository it lies at the top; a wheel carries it inside the package.
    top = Path(__file__).parents[4] / "openapi.json"
    inside = Path(__file__).parents[1] / "openapi.json"
    return (inside if inside.exists() else top).read_bytes()


@cache
def _asset(name: str) -> bytes:
    folder = files("drf_spectacular_sidecar") / "static" / "drf_spectacular_sidecar"
    return (folder / "swagger-ui-dist" / name).read_bytes()


urlpatterns = [
    path("health/live", endpoint(GET=live), name="health_live"),
    path("health/ready", endpoint(GET=ready), name="health_ready"),
    path("openapi.json", endpoint(GET=document), name="openapi"),
    path("docs", endpoint(GET=docs), name="docs"),
    path("docs/<str:name>", endpoint(GET=asset), name="docs_asset"),
]
