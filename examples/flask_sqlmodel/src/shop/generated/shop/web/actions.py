# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the actions."""

from flask import Blueprint, Response

from ...contract.answers import Answer
from ...contract.references import references
from ...web.requests import body, service, writing
from ..contract import actions

blueprint = Blueprint("shop-actions", __name__, url_prefix="/api/shop")


@blueprint.post("/actions/approve_order")
def approve_order() -> Response:
    """Approve an order after review."""
    action = body(actions.ApproveOrder, empty=True)
    handlers = service().handlers.shop
    with writing() as exchange:
        exchange.unit.work.demand(references(actions.ApproveOrder, dict(action)))
        result = handlers.approve_order(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


@blueprint.post("/actions/capture_payment")
def capture_payment() -> Response:
    """Capture payment."""
    action = body(actions.CapturePayment, empty=True)
    handlers = service().handlers.shop
    with writing() as exchange:
        exchange.unit.work.demand(references(actions.CapturePayment, dict(action)))
        result = handlers.capture_payment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)
