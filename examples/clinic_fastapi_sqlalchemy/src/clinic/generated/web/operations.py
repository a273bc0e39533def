# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Routes for those who run the service or read about it: health, the API's document."""

from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from ..contract.answers import Answer
from ..persistence.faults import availability
from .requests import no_parameters, service
from .responses import respond

router = APIRouter()
OK = Answer(200, b'{"status":"ok"}')


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


@cache
def _document() -> bytes:
    # In the repository it lies at the top; a wheel carries it inside the package.
    top = Path(__file__).parents[4] / "openapi.json"
    inside = Path(__file__).parents[1] / "openapi.json"
    return (inside if inside.exists() else top).read_bytes()
