# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the treatment."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.queries import Query
from ...web.requests import (
    body,
    if_match,
    if_none_match,
    listed,
    no_parameters,
    queried,
    reading,
    writing,
)
from ...web.responses import respond
from ..contract.treatment import (
    KEY,
    QUERYABLE,
    Treatment,
    TreatmentCreate,
    TreatmentPatch,
)

router = APIRouter(prefix="/api/clinic", tags=["clinic.Treatment"])
READ = TypeAdapter(Treatment)
LIST = TypeAdapter(list[Treatment])


async def key_of(request: Request) -> str:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: str = parts["code"]
    return key


async def only_key_of(request: Request) -> str:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[str, Depends(only_key_of)]


@router.get("/treatments/{code}", operation_id="clinic_treatments_get")
async def get_treatment(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.treatments
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/treatments", operation_id="clinic_treatments_list")
async def list_treatments(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.treatments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/treatments/query", operation_id="clinic_treatments_query")
async def query_treatments(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.treatments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/treatments", operation_id="clinic_treatments_create", status_code=201)
async def create_treatment(
    request: Request,
    data: Annotated[TreatmentCreate, Depends(body(TreatmentCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.treatments
        made = await objects.create(data)
        place = location("/api/clinic/treatments", made.code)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/treatments/{code}", operation_id="clinic_treatments_update")
async def update_treatment(
    request: Request,
    key: _Key,
    changes: Annotated[TreatmentPatch, Depends(body(TreatmentPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.treatments
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/treatments/{code}", operation_id="clinic_treatments_delete", status_code=204
)
async def delete_treatment(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.treatments
        await objects.delete(key, version)
    return respond(Answer(204))
