# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the payer."""

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
from ..contract.payer import KEY, QUERYABLE, Payer, PayerCreate, PayerPatch

router = APIRouter(prefix="/api/billing", tags=["billing.Payer"])
READ = TypeAdapter(Payer)
LIST = TypeAdapter(list[Payer])


async def key_of(request: Request) -> int:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: int = parts["number"]
    return key


async def only_key_of(request: Request) -> int:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[int, Depends(only_key_of)]


@router.get("/payers/{number}", operation_id="billing_payers_get")
async def get_payer(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.payers
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/payers", operation_id="billing_payers_list")
async def list_payers(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.payers
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/payers/query", operation_id="billing_payers_query")
async def query_payers(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.payers
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/payers", operation_id="billing_payers_create", status_code=201)
async def create_payer(
    request: Request,
    data: Annotated[PayerCreate, Depends(body(PayerCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.payers
        made = await objects.create(data)
        place = location("/api/billing/payers", made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/payers/{number}", operation_id="billing_payers_update")
async def update_payer(
    request: Request,
    key: _Key,
    changes: Annotated[PayerPatch, Depends(body(PayerPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.payers
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/payers/{number}", operation_id="billing_payers_delete", status_code=204
)
async def delete_payer(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.payers
        await objects.delete(key, version)
    return respond(Answer(204))
