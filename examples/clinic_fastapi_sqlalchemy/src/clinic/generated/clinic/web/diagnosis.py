# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the diagnosis."""

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
from ..contract.diagnosis import (
    KEY,
    QUERYABLE,
    Diagnosis,
    DiagnosisCreate,
    DiagnosisPatch,
)
from ..contract.types import DiagnosisKey

router = APIRouter(prefix="/api/clinic", tags=["clinic.Diagnosis"])
READ = TypeAdapter(Diagnosis)
LIST = TypeAdapter(list[Diagnosis])


async def key_of(request: Request) -> DiagnosisKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: DiagnosisKey = DiagnosisKey(visit=parts["visit"], number=parts["number"])
    return key


async def only_key_of(request: Request) -> DiagnosisKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[DiagnosisKey, Depends(only_key_of)]


@router.get("/diagnosises/{visit}/{number}", operation_id="clinic_diagnosises_get")
async def get_diagnosis(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.diagnosises
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/diagnosises", operation_id="clinic_diagnosises_list")
async def list_diagnosises(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.diagnosises
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/diagnosises/query", operation_id="clinic_diagnosises_query")
async def query_diagnosises(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.diagnosises
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/diagnosises", operation_id="clinic_diagnosises_create", status_code=201)
async def create_diagnosis(
    request: Request,
    data: Annotated[DiagnosisCreate, Depends(body(DiagnosisCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.diagnosises
        made = await objects.create(data)
        place = location("/api/clinic/diagnosises", made.visit, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/diagnosises/{visit}/{number}", operation_id="clinic_diagnosises_update")
async def update_diagnosis(
    request: Request,
    key: _Key,
    changes: Annotated[DiagnosisPatch, Depends(body(DiagnosisPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.diagnosises
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/diagnosises/{visit}/{number}",
    operation_id="clinic_diagnosises_delete",
    status_code=204,
)
async def delete_diagnosis(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.diagnosises
        await objects.delete(key, version)
    return respond(Answer(204))
