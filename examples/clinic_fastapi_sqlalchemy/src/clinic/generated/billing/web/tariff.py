# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the tariff."""

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
from ..contract.tariff import KEY, QUERYABLE, Tariff, TariffCreate, TariffPatch
from ..contract.types import TariffKey

router = APIRouter(prefix="/api/billing", tags=["billing.Tariff"])
READ = TypeAdapter(Tariff)
LIST = TypeAdapter(list[Tariff])


async def key_of(request: Request) -> TariffKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: TariffKey = TariffKey(
        treatment=parts["treatment"], valid_from=parts["valid_from"]
    )
    return key


async def only_key_of(request: Request) -> TariffKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[TariffKey, Depends(only_key_of)]


@router.get("/tariffs/{treatment}/{valid_from}", operation_id="billing_tariffs_get")
async def get_tariff(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/tariffs", operation_id="billing_tariffs_list")
async def list_tariffs(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/tariffs/query", operation_id="billing_tariffs_query")
async def query_tariffs(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/tariffs", operation_id="billing_tariffs_create", status_code=201)
async def create_tariff(
    request: Request,
    data: Annotated[TariffCreate, Depends(body(TariffCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        made = await objects.create(data)
        place = location("/api/billing/tariffs", made.treatment, made.valid_from)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch(
    "/tariffs/{treatment}/{valid_from}", operation_id="billing_tariffs_update"
)
async def update_tariff(
    request: Request,
    key: _Key,
    changes: Annotated[TariffPatch, Depends(body(TariffPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/tariffs/{treatment}/{valid_from}",
    operation_id="billing_tariffs_delete",
    status_code=204,
)
async def delete_tariff(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        await objects.delete(key, version)
    return respond(Answer(204))
