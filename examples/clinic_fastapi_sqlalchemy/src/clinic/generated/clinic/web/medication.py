# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the medication."""

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
from ..contract.medication import (
    KEY,
    QUERYABLE,
    Medication,
    MedicationCreate,
    MedicationPatch,
)

router = APIRouter(prefix="/api/clinic", tags=["clinic.Medication"])
READ = TypeAdapter(Medication)
LIST = TypeAdapter(list[Medication])


async def key_of(request: Request) -> str:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: str = parts["atc"]
    return key


async def only_key_of(request: Request) -> str:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[str, Depends(only_key_of)]


@router.get("/medications/{atc}", operation_id="clinic_medications_get")
async def get_medication(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/medications", operation_id="clinic_medications_list")
async def list_medications(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/medications/query", operation_id="clinic_medications_query")
async def query_medications(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/medications", operation_id="clinic_medications_create", status_code=201)
async def create_medication(
    request: Request,
    data: Annotated[MedicationCreate, Depends(body(MedicationCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        made = await objects.create(data)
        place = location("/api/clinic/medications", made.atc)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/medications/{atc}", operation_id="clinic_medications_update")
async def update_medication(
    request: Request,
    key: _Key,
    changes: Annotated[MedicationPatch, Depends(body(MedicationPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/medications/{atc}", operation_id="clinic_medications_delete", status_code=204
)
async def delete_medication(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        await objects.delete(key, version)
    return respond(Answer(204))
