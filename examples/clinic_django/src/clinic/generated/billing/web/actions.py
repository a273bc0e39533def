# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the actions."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer
from ...contract.references import references
from ...web.problems import endpoint
from ...web.requests import body, writing
from ...web.service import service
from ..contract import actions

DRAFT_INVOICE_INPUT = TypeAdapter(actions.DraftInvoice)
RECORD_PAYMENT_INPUT = TypeAdapter(actions.RecordPayment)
SETTLE_INVOICE_INPUT = TypeAdapter(actions.SettleInvoice)
DISPUTE_INVOICE_INPUT = TypeAdapter(actions.DisputeInvoice)
OVERDUE_INVOICES_INPUT = TypeAdapter(actions.OverdueInvoices)


def draft_invoice(request: HttpRequest, /) -> HttpResponse:
    """Draw up the invoice of a visit from the tariffs of its day."""
    action = body(request, DRAFT_INVOICE_INPUT, empty=True)
    handlers = service().handlers.billing
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.DraftInvoice, dict(action)))
        result = handlers.draft_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def record_payment(request: HttpRequest, /) -> HttpResponse:
    """The bank tells that an invoice has been paid in full."""
    action = body(request, RECORD_PAYMENT_INPUT, empty=True)
    handlers = service().handlers.billing
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.RecordPayment, dict(action)))
        result = handlers.record_payment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def settle_invoice(request: HttpRequest, /) -> HttpResponse:
    """Settle invoice."""
    action = body(request, SETTLE_INVOICE_INPUT, empty=True)
    handlers = service().handlers.billing
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.SettleInvoice, dict(action)))
        result = handlers.settle_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def dispute_invoice(request: HttpRequest, /) -> HttpResponse:
    """Dispute invoice."""
    action = body(request, DISPUTE_INVOICE_INPUT, empty=True)
    handlers = service().handlers.billing
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.DisputeInvoice, dict(action)))
        result = handlers.dispute_invoice(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def overdue_invoices(request: HttpRequest, /) -> HttpResponse:
    """What should have been paid by a day, as a list for the accountant."""
    action = body(request, OVERDUE_INVOICES_INPUT, empty=True)
    handlers = service().handlers.billing
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.OverdueInvoices, dict(action)))
        result = handlers.overdue_invoices(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


urlpatterns = [
    path(
        "/actions/draft_invoice",
        endpoint(POST=draft_invoice),
        name="billing_actions_draft_invoice",
    ),
    path(
        "/actions/record_payment",
        endpoint(POST=record_payment),
        name="billing_actions_record_payment",
    ),
    path(
        "/actions/settle_invoice",
        endpoint(POST=settle_invoice),
        name="billing_actions_settle_invoice",
    ),
    path(
        "/actions/dispute_invoice",
        endpoint(POST=dispute_invoice),
        name="billing_actions_dispute_invoice",
    ),
    path(
        "/actions/overdue_invoices",
        endpoint(POST=overdue_invoices),
        name="billing_actions_overdue_invoices",
    ),
]
