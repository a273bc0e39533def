# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the invoice line."""

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
from ..contract.invoice_line import (
    KEY,
    QUERYABLE,
    InvoiceLine,
    InvoiceLineCreate,
    InvoiceLinePatch,
)
from ..contract.types import InvoiceLineKey

router = APIRouter(prefix="/api/billing", tags=["billing.InvoiceLine"])
READ = TypeAdapter(InvoiceLine)
LIST = TypeAdapter(list[InvoiceLine])


async def key_of(request: Request) -> InvoiceLineKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: InvoiceLineKey = InvoiceLineKey(
        invoice=parts["invoice"], position=parts["position"]
    )
    return key


async def only_key_of(request: Request) -> InvoiceLineKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[InvoiceLineKey, Depends(only_key_of)]


@router.get(
    "/invoice_lines/{invoice}/{position}", operation_id="billing_invoice_lines_get"
)
async def get_invoice_line(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.invoice_lines
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/invoice_lines", operation_id="billing_invoice_lines_list")
async def list_invoice_lines(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.invoice_lines
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/invoice_lines/query", operation_id="billing_invoice_lines_query")
async def query_invoice_lines(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.invoice_lines
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post(
    "/invoice_lines", operation_id="billing_invoice_lines_create", status_code=201
)
async def create_invoice_line(
    request: Request,
    data: Annotated[InvoiceLineCreate, Depends(body(InvoiceLineCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoice_lines
        made = await objects.create(data)
        place = location("/api/billing/invoice_lines", made.invoice, made.position)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch(
    "/invoice_lines/{invoice}/{position}", operation_id="billing_invoice_lines_update"
)
async def update_invoice_line(
    request: Request,
    key: _Key,
    changes: Annotated[InvoiceLinePatch, Depends(body(InvoiceLinePatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoice_lines
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/invoice_lines/{invoice}/{position}",
    operation_id="billing_invoice_lines_delete",
    status_code=204,
)
async def delete_invoice_line(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoice_lines
        await objects.delete(key, version)
    return respond(Answer(204))
