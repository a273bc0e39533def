# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the visit."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.queries import Query
from ...contract.transitions import HistoryEntry
from ...web.requests import (
    body,
    if_match,
    if_none_match,
    listed,
    no_parameters,
    page_query,
    queried,
    reading,
    writing,
)
from ...web.responses import respond
from ..contract.visit import (
    KEY,
    QUERYABLE,
    Visit,
    VisitAmend,
    VisitCreate,
    VisitPatch,
    VisitSign,
)

router = APIRouter(prefix="/api/clinic", tags=["clinic.Visit"])
READ = TypeAdapter(Visit)
LIST = TypeAdapter(list[Visit])
HISTORY = TypeAdapter(list[HistoryEntry])


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


@router.get("/visits/{id}", operation_id="clinic_visits_get")
async def get_visit(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/visits", operation_id="clinic_visits_list")
async def list_visits(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/visits/query", operation_id="clinic_visits_query")
async def query_visits(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/visits", operation_id="clinic_visits_create", status_code=201)
async def create_visit(
    request: Request,
    data: Annotated[VisitCreate, Depends(body(VisitCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        made = await objects.create(data)
        place = location("/api/clinic/visits", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/visits/{id}", operation_id="clinic_visits_update")
async def update_visit(
    request: Request,
    key: _Key,
    changes: Annotated[VisitPatch, Depends(body(VisitPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    version.demand()
    async with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.post("/visits/{id}/sign", operation_id="clinic_visits_transition_sign")
async def sign_visit(
    request: Request,
    key: _Key,
    fields: Annotated[VisitSign, Depends(body(VisitSign, empty=True))],
) -> Response:
    """Move it from open to signed."""
    version = if_match(request)
    version.demand()
    async with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        await objects.sign(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post("/visits/{id}/amend", operation_id="clinic_visits_transition_amend")
async def amend_visit(
    request: Request,
    key: _Key,
    fields: Annotated[VisitAmend, Depends(body(VisitAmend, empty=True))],
) -> Response:
    """Move it from signed to amended."""
    version = if_match(request)
    version.demand()
    async with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        await objects.amend(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.get("/visits/{id}/history", operation_id="clinic_visits_history")
async def history_of_visit(
    request: Request,
    key: Annotated[UUID, Depends(key_of)],
    query: Annotated[Query, Depends(page_query)],
) -> Response:
    """Return the transitions that it has made, oldest first."""
    async with reading(request) as unit:
        objects = unit.context.clinic.visits
        steps = await objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
