# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""A page to read the API's document and to try it; it needs no other host."""

from functools import cache
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.urls import path

from ..contract.answers import Answer
from ..contract.errors import NotFoundError
from .problems import endpoint
from .responses import respond

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


def page(request: HttpRequest, /) -> HttpResponse:
    """Return the page."""
    return respond(Answer(200, _PAGE.encode(), media_type="text/html; charset=utf-8"))


def asset(request: HttpRequest, /, name: str) -> HttpResponse:
    """Return a part of the page."""
    if name not in _ASSETS:
        raise NotFoundError("No such path.")
    headers = {"Cache-Control": "max-age=86400"}
    media_type = f"{_ASSETS[name]}; charset=utf-8"
    return respond(Answer(200, _asset(name), headers, media_type))


@cache
def _asset(name: str) -> bytes:
    folder = files("drf_spectacular_sidecar") / "static" / "drf_spectacular_sidecar"
    return (folder / "swagger-ui-dist" / name).read_bytes()


urlpatterns = [
    path("docs", endpoint(GET=page), name="docs"),
    path("docs/<str:name>", endpoint(GET=asset), name="docs_asset"),
]
