# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the payment."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import created, location, page, shown
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
from ..contract.payment import KEY, QUERYABLE, Payment, PaymentCreate

router = APIRouter(prefix="/api/billing", tags=["billing.Payment"])
READ = TypeAdapter(Payment)
LIST = TypeAdapter(list[Payment])


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


@router.get("/payments/{id}", operation_id="billing_payments_get")
async def get_payment(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.payments
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/payments", operation_id="billing_payments_list")
async def list_payments(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.payments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/payments/query", operation_id="billing_payments_query")
async def query_payments(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.payments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/payments", operation_id="billing_payments_create", status_code=201)
async def create_payment(
    request: Request,
    data: Annotated[PaymentCreate, Depends(body(PaymentCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.payments
        made = await objects.create(data)
        place = location("/api/billing/payments", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)
