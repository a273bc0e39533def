# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the lab result."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import read_path
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
from ..contract.lab_result import KEY, QUERYABLE, LabResult, LabResultCreate
from ..contract.types import LabResultKey

router = APIRouter(prefix="/api/clinic", tags=["clinic.LabResult"])
READ = TypeAdapter(LabResult)
LIST = TypeAdapter(list[LabResult])


async def key_of(request: Request) -> LabResultKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: LabResultKey = LabResultKey(
        visit=parts["visit"], analyte=parts["analyte"], taken_at=parts["taken_at"]
    )
    return key


async def only_key_of(request: Request) -> LabResultKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[LabResultKey, Depends(only_key_of)]


@router.get(
    "/lab_results/{visit}/{analyte}/{taken_at}", operation_id="clinic_lab_results_get"
)
async def get_lab_result(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/lab_results", operation_id="clinic_lab_results_list")
async def list_lab_results(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/lab_results/query", operation_id="clinic_lab_results_query")
async def query_lab_results(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/lab_results", operation_id="clinic_lab_results_create", status_code=201)
async def create_lab_result(
    request: Request,
    data: Annotated[LabResultCreate, Depends(body(LabResultCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.lab_results
        made = await objects.create(data)
        place = location(
            "/api/clinic/lab_results", made.visit, made.analyte, made.taken_at
        )
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.delete(
    "/lab_results/{visit}/{analyte}/{taken_at}",
    operation_id="clinic_lab_results_delete",
    status_code=204,
)
async def delete_lab_result(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.lab_results
        await objects.delete(key, version)
    return respond(Answer(204))
