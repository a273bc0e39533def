# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the customer."""

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
from ..contract.customer import KEY, QUERYABLE, Customer, CustomerCreate, CustomerPatch

router = APIRouter(prefix="/api/shop", tags=["shop.Customer"])
READ = TypeAdapter(Customer)
LIST = TypeAdapter(list[Customer])


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


@router.get("/customers/{id}", operation_id="shop_customers_get")
async def get_customer(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.shop.customers
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/customers", operation_id="shop_customers_list")
async def list_customers(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.shop.customers
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/customers/query", operation_id="shop_customers_query")
async def query_customers(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.shop.customers
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/customers", operation_id="shop_customers_create", status_code=201)
async def create_customer(
    request: Request,
    data: Annotated[CustomerCreate, Depends(body(CustomerCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.shop.customers
        made = await objects.create(data)
        place = location("/api/shop/customers", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/customers/{id}", operation_id="shop_customers_update")
async def update_customer(
    request: Request,
    key: _Key,
    changes: Annotated[CustomerPatch, Depends(body(CustomerPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.customers
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete("/customers/{id}", operation_id="shop_customers_delete", status_code=204)
async def delete_customer(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.shop.customers
        await objects.delete(key, version)
    return respond(Answer(204))
