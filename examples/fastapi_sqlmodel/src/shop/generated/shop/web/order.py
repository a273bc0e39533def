# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the order."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.queries import Query
from ...contract.transitions import HistoryEntry
from ...web.requests import (
    Nothing,
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
from ..contract.order import (
    KEY,
    QUERYABLE,
    Order,
    OrderApprove,
    OrderCreate,
    OrderPatch,
    OrderShip,
)

router = APIRouter(prefix="/api/shop", tags=["shop.Order"])
READ = TypeAdapter(Order)
LIST = TypeAdapter(list[Order])
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


@router.get("/orders/{id}", operation_id="shop_orders_get")
async def get_order(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.shop.orders
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/orders", operation_id="shop_orders_list")
async def list_orders(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.shop.orders
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/orders/query", operation_id="shop_orders_query")
async def query_orders(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.shop.orders
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/orders", operation_id="shop_orders_create", status_code=201)
async def create_order(
    request: Request,
    data: Annotated[OrderCreate, Depends(body(OrderCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        made = await objects.create(data)
        place = location("/api/shop/orders", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/orders/{id}", operation_id="shop_orders_update")
async def update_order(
    request: Request,
    key: _Key,
    changes: Annotated[OrderPatch, Depends(body(OrderPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete("/orders/{id}", operation_id="shop_orders_delete", status_code=204)
async def delete_order(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        await objects.delete(key, version)
    return respond(Answer(204))


@router.post("/orders/{id}/approve", operation_id="shop_orders_transition_approve")
async def approve_order(
    request: Request,
    key: _Key,
    fields: Annotated[OrderApprove, Depends(body(OrderApprove, empty=True))],
) -> Response:
    """Move it from created to approved."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        await objects.approve(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post("/orders/{id}/ship", operation_id="shop_orders_transition_ship")
async def ship_order(
    request: Request,
    key: _Key,
    fields: Annotated[OrderShip, Depends(body(OrderShip, empty=True))],
) -> Response:
    """Move it from approved to shipped."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        await objects.ship(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post("/orders/{id}/cancel", operation_id="shop_orders_transition_cancel")
async def cancel_order(
    request: Request,
    key: _Key,
    fields: Annotated[Nothing, Depends(body(Nothing, empty=True))],
) -> Response:
    """Move it from created or approved to cancelled."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.orders
        await objects.cancel(key, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.get("/orders/{id}/history", operation_id="shop_orders_history")
async def history_of_order(
    request: Request,
    key: Annotated[UUID, Depends(key_of)],
    query: Annotated[Query, Depends(page_query)],
) -> Response:
    """Return the transitions that it has made, oldest first."""
    async with reading(request) as unit:
        objects = unit.context.shop.orders
        steps = await objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
