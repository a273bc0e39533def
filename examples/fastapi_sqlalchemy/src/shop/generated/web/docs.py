# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""A page to read the API's document and to try it; it needs no other host."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Response

from ..contract.errors import NotFoundError

router = APIRouter()

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


@router.get("/docs", include_in_schema=False)
async def page() -> Response:
    """Return the page."""
    return Response(_PAGE, media_type="text/html")


@router.get("/docs/{name}", include_in_schema=False)
async def asset(name: str) -> Response:
    """Return a part of the page."""
    if name not in _ASSETS:
        raise NotFoundError("No such path.")
    headers = {"Cache-Control": "max-age=86400"}
    return Response(_asset(name), media_type=_ASSETS[name], headers=headers)


@cache
def _asset(name: str) -> bytes:
    return files("fastapi_swagger").joinpath("resources", name).read_bytes()
