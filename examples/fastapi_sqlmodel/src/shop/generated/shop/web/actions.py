# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the actions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ...contract.answers import Answer
from ...contract.references import references
from ...web.requests import body, service, writing
from ..contract import actions

router = APIRouter(prefix="/api/shop", tags=["shop.actions"])


@router.post("/actions/approve_order", operation_id="shop_actions_approve_order")
async def approve_order(
    request: Request,
    action: Annotated[
        actions.ApproveOrder, Depends(body(actions.ApproveOrder, empty=True))
    ],
) -> Response:
    """Approve an order after review."""
    handlers = service(request).handlers.shop
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.ApproveOrder, dict(action)))
        result = await handlers.approve_order(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/capture_payment", operation_id="shop_actions_capture_payment")
async def capture_payment(
    request: Request,
    action: Annotated[
        actions.CapturePayment, Depends(body(actions.CapturePayment, empty=True))
    ],
) -> Response:
    """Capture payment."""
    handlers = service(request).handlers.shop
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.CapturePayment, dict(action))
        )
        result = await handlers.capture_payment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)
