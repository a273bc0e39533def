# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Routes for those who run the service or read about it: health, the API's document, its page."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Request, Response

from ..contract.answers import Answer
from ..contract.errors import NotFoundError
from ..persistence.faults import availability
from .requests import no_parameters, service
from .responses import respond

router = APIRouter()
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


@router.get("/health/live", operation_id="health_live")
async def live(request: Request) -> Response:
    """Tell that the process answers."""
    no_parameters(request)
    return respond(OK)


@router.get("/health/ready", operation_id="health_ready")
async def ready(request: Request) -> Response:
    """Tell whether the database answers, too."""
    no_parameters(request)
    with availability():
        await service(request).database.ping()
    return respond(OK)


@router.get("/openapi.json", include_in_schema=False)
async def document(request: Request) -> Response:
    """Return the API's document, rendered from the model."""
    return Response(_document(), media_type="application/json")


@router.get("/docs", include_in_schema=False)
async def docs(request: Request) -> Response:
    """Return a page to read the document and to try it; it needs no other host."""
    return Response(_PAGE, media_type="text/html")


@router.get("/docs/{name}", include_in_schema=False)
async def asset(name: str) -> Response:
    """Return a part of the page."""
    if name not in _ASSETS:
        raise NotFoundError("No such path.")
    headers = {"Cache-Control": "max-age=86400"}
    return Response(_asset(name), media_type=_ASSETS[name], headers=headers)


@cache
def _document() -> bytes:
    # In the repository it lies at the top; a wheel carries it inside the package.
    top = Path(__file__).parents[4] / "openapi.json"
    inside = Path(__file__).parents[1] / "openapi.json"
    return (inside if inside.exists() else top).read_bytes()


@cache
def _asset(name: str) -> bytes:
    return files("fastapi_swagger").joinpath("resources", name).read_bytes()
