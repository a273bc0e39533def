# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
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

APPROVE_ORDER_INPUT = TypeAdapter(actions.ApproveOrder)
CAPTURE_PAYMENT_INPUT = TypeAdapter(actions.CapturePayment)


def approve_order(request: HttpRequest, /) -> HttpResponse:
    """Approve an order after review."""
    action = body(request, APPROVE_ORDER_INPUT, empty=True)
    handlers = service().handlers.shop
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.ApproveOrder, dict(action)))
        result = handlers.approve_order(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def capture_payment(request: HttpRequest, /) -> HttpResponse:
    """Capture payment."""
    action = body(request, CAPTURE_PAYMENT_INPUT, empty=True)
    handlers = service().handlers.shop
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.CapturePayment, dict(action)))
        result = handlers.capture_payment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


urlpatterns = [
    path(
        "/actions/approve_order",
        endpoint(POST=approve_order),
        name="shop_actions_approve_order",
    ),
    path(
        "/actions/capture_payment",
        endpoint(POST=capture_payment),
        name="shop_actions_capture_payment",
    ),
]
