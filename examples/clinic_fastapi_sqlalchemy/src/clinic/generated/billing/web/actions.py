# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the actions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ...contract.answers import Answer
from ...contract.references import references
from ...web.requests import body, service, writing
from ..contract import actions

router = APIRouter(prefix="/api/billing", tags=["billing.actions"])


@router.post("/actions/draft_invoice", operation_id="billing_actions_draft_invoice")
async def draft_invoice(
    request: Request,
    action: Annotated[
        actions.DraftInvoice, Depends(body(actions.DraftInvoice, empty=True))
    ],
) -> Response:
    """Draw up the invoice of a visit from the tariffs of its day."""
    handlers = service(request).handlers.billing
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.DraftInvoice, dict(action)))
        result = await handlers.draft_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/record_payment", operation_id="billing_actions_record_payment")
async def record_payment(
    request: Request,
    action: Annotated[
        actions.RecordPayment, Depends(body(actions.RecordPayment, empty=True))
    ],
) -> Response:
    """The bank tells that an invoice has been paid in full."""
    handlers = service(request).handlers.billing
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.RecordPayment, dict(action)))
        result = await handlers.record_payment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/settle_invoice", operation_id="billing_actions_settle_invoice")
async def settle_invoice(
    request: Request,
    action: Annotated[
        actions.SettleInvoice, Depends(body(actions.SettleInvoice, empty=True))
    ],
) -> Response:
    """Settle invoice."""
    handlers = service(request).handlers.billing
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.SettleInvoice, dict(action)))
        result = await handlers.settle_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/dispute_invoice", operation_id="billing_actions_dispute_invoice")
async def dispute_invoice(
    request: Request,
    action: Annotated[
        actions.DisputeInvoice, Depends(body(actions.DisputeInvoice, empty=True))
    ],
) -> Response:
    """Dispute invoice."""
    handlers = service(request).handlers.billing
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.DisputeInvoice, dict(action))
        )
        result = await handlers.dispute_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post(
    "/actions/overdue_invoices", operation_id="billing_actions_overdue_invoices"
)
async def overdue_invoices(
    request: Request,
    action: Annotated[
        actions.OverdueInvoices, Depends(body(actions.OverdueInvoices, empty=True))
    ],
) -> Response:
    """What should have been paid by a day, as a list for the accountant."""
    handlers = service(request).handlers.billing
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.OverdueInvoices, dict(action))
        )
        result = await handlers.overdue_invoices(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)
