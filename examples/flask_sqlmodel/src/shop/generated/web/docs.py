# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""A page to read the API's document and to try it; it needs no other host."""

from functools import cache
from importlib.resources import files

from flask import Blueprint, Response

from ..contract.errors import NotFoundError

blueprint = Blueprint("docs", __name__)

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


@blueprint.get("/docs")
def page() -> Response:
    """Return the page."""
    return Response(_PAGE, mimetype="text/html")


@blueprint.get("/docs/<name>")
def asset(name: str) -> Response:
    """Return a part of the page."""
    if name not in _ASSETS:
        raise NotFoundError("No such path.")
    headers = {"Cache-Control": "max-age=86400"}
    return Response(_asset(name), headers=headers, mimetype=_ASSETS[name])


@cache
def _asset(name: str) -> bytes:
    return files("flask_swagger_ui").joinpath("dist", name).read_bytes()
