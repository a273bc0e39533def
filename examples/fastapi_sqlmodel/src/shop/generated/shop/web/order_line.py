# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the order line."""

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
from ..contract.order_line import (
    KEY,
    QUERYABLE,
    OrderLine,
    OrderLineCreate,
    OrderLinePatch,
)
from ..contract.types import OrderLineKey

router = APIRouter(prefix="/api/shop", tags=["shop.OrderLine"])
READ = TypeAdapter(OrderLine)
LIST = TypeAdapter(list[OrderLine])


async def key_of(request: Request) -> OrderLineKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: OrderLineKey = OrderLineKey(order=parts["order"], number=parts["number"])
    return key


async def only_key_of(request: Request) -> OrderLineKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[OrderLineKey, Depends(only_key_of)]


@router.get("/order_lines/{order}/{number}", operation_id="shop_order_lines_get")
async def get_order_line(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/order_lines", operation_id="shop_order_lines_list")
async def list_order_lines(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/order_lines/query", operation_id="shop_order_lines_query")
async def query_order_lines(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/order_lines", operation_id="shop_order_lines_create", status_code=201)
async def create_order_line(
    request: Request,
    data: Annotated[OrderLineCreate, Depends(body(OrderLineCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        made = await objects.create(data)
        place = location("/api/shop/order_lines", made.order, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/order_lines/{order}/{number}", operation_id="shop_order_lines_update")
async def update_order_line(
    request: Request,
    key: _Key,
    changes: Annotated[OrderLinePatch, Depends(body(OrderLinePatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/order_lines/{order}/{number}",
    operation_id="shop_order_lines_delete",
    status_code=204,
)
async def delete_order_line(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        await objects.delete(key, version)
    return respond(Answer(204))
