# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the duty."""

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
from ..contract.duty import KEY, QUERYABLE, Duty, DutyCreate, DutyPatch
from ..contract.types import DutyKey

router = APIRouter(prefix="/api/clinic", tags=["clinic.Duty"])
READ = TypeAdapter(Duty)
LIST = TypeAdapter(list[Duty])


async def key_of(request: Request) -> DutyKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: DutyKey = DutyKey(
        practitioner=parts["practitioner"],
        weekday=parts["weekday"],
        from_=parts["from"],
    )
    return key


async def only_key_of(request: Request) -> DutyKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[DutyKey, Depends(only_key_of)]


@router.get("/duties/{practitioner}/{weekday}/{from}", operation_id="clinic_duties_get")
async def get_duty(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.duties
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/duties", operation_id="clinic_duties_list")
async def list_duties(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.duties
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/duties/query", operation_id="clinic_duties_query")
async def query_duties(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.duties
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/duties", operation_id="clinic_duties_create", status_code=201)
async def create_duty(
    request: Request,
    data: Annotated[DutyCreate, Depends(body(DutyCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.duties
        made = await objects.create(data)
        place = location(
            "/api/clinic/duties", made.practitioner, made.weekday, made.from_
        )
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch(
    "/duties/{practitioner}/{weekday}/{from}", operation_id="clinic_duties_update"
)
async def update_duty(
    request: Request,
    key: _Key,
    changes: Annotated[DutyPatch, Depends(body(DutyPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.duties
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/duties/{practitioner}/{weekday}/{from}",
    operation_id="clinic_duties_delete",
    status_code=204,
)
async def delete_duty(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.duties
        await objects.delete(key, version)
    return respond(Answer(204))
