# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the patient."""

from typing import Annotated
from uuid import UUID

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
from ..contract.patient import KEY, QUERYABLE, Patient, PatientCreate, PatientPatch

router = APIRouter(prefix="/api/clinic", tags=["clinic.Patient"])
READ = TypeAdapter(Patient)
LIST = TypeAdapter(list[Patient])


async def key_of(request: Request) -> UUID:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: UUID = parts["id"]
    return key


async def only_key_of(request: Request) -> UUID:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[UUID, Depends(only_key_of)]


@router.get("/patients/{id}", operation_id="clinic_patients_get")
async def get_patient(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/patients", operation_id="clinic_patients_list")
async def list_patients(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/patients/query", operation_id="clinic_patients_query")
async def query_patients(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/patients", operation_id="clinic_patients_create", status_code=201)
async def create_patient(
    request: Request,
    data: Annotated[PatientCreate, Depends(body(PatientCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        made = await objects.create(data)
        place = location("/api/clinic/patients", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/patients/{id}", operation_id="clinic_patients_update")
async def update_patient(
    request: Request,
    key: _Key,
    changes: Annotated[PatientPatch, Depends(body(PatientPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    version.demand()
    async with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete("/patients/{id}", operation_id="clinic_patients_delete", status_code=204)
async def delete_patient(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    version.demand()
    async with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        await objects.delete(key, version)
    return respond(Answer(204))
