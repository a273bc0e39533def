# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the invoice."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
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
from ..contract.invoice import (
    KEY,
    QUERYABLE,
    Invoice,
    InvoiceCreate,
    InvoiceDispute,
    InvoicePatch,
    InvoiceResend,
    InvoiceSend,
    InvoiceSettle,
    InvoiceWriteOff,
)

router = APIRouter(prefix="/api/billing", tags=["billing.Invoice"])
READ = TypeAdapter(Invoice)
LIST = TypeAdapter(list[Invoice])
HISTORY = TypeAdapter(list[HistoryEntry])


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


@router.get("/invoices/{number}", operation_id="billing_invoices_get")
async def get_invoice(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/invoices", operation_id="billing_invoices_list")
async def list_invoices(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/invoices/query", operation_id="billing_invoices_query")
async def query_invoices(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/invoices", operation_id="billing_invoices_create", status_code=201)
async def create_invoice(
    request: Request,
    data: Annotated[InvoiceCreate, Depends(body(InvoiceCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        made = await objects.create(data)
        place = location("/api/billing/invoices", made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/invoices/{number}", operation_id="billing_invoices_update")
async def update_invoice(
    request: Request,
    key: _Key,
    changes: Annotated[InvoicePatch, Depends(body(InvoicePatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/invoices/{number}", operation_id="billing_invoices_delete", status_code=204
)
async def delete_invoice(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.delete(key, version)
    return respond(Answer(204))


@router.post("/invoices/{number}/send", operation_id="billing_invoices_transition_send")
async def send_invoice(
    request: Request,
    key: _Key,
    fields: Annotated[InvoiceSend, Depends(body(InvoiceSend, empty=True))],
) -> Response:
    """Move it from draft to sent."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.send(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/invoices/{number}/dispute", operation_id="billing_invoices_transition_dispute"
)
async def dispute_invoice(
    request: Request,
    key: _Key,
    fields: Annotated[InvoiceDispute, Depends(body(InvoiceDispute, empty=True))],
) -> Response:
    """Move it from sent to disputed."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.dispute(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/invoices/{number}/resend", operation_id="billing_invoices_transition_resend"
)
async def resend_invoice(
    request: Request,
    key: _Key,
    fields: Annotated[InvoiceResend, Depends(body(InvoiceResend, empty=True))],
) -> Response:
    """Move it from disputed to sent."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.resend(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/invoices/{number}/settle", operation_id="billing_invoices_transition_settle"
)
async def settle_invoice(
    request: Request,
    key: _Key,
    fields: Annotated[InvoiceSettle, Depends(body(InvoiceSettle, empty=True))],
) -> Response:
    """Move it from sent or disputed to paid."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.settle(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/invoices/{number}/write_off", operation_id="billing_invoices_transition_write_off"
)
async def write_off_invoice(
    request: Request,
    key: _Key,
    fields: Annotated[InvoiceWriteOff, Depends(body(InvoiceWriteOff, empty=True))],
) -> Response:
    """Move it from sent or disputed to written_off."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        await objects.write_off(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.get("/invoices/{number}/history", operation_id="billing_invoices_history")
async def history_of_invoice(
    request: Request,
    key: Annotated[int, Depends(key_of)],
    query: Annotated[Query, Depends(page_query)],
) -> Response:
    """Return the transitions that it has made, oldest first."""
    async with reading(request) as unit:
        objects = unit.context.billing.invoices
        steps = await objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
