# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""Your handlers have the shape of their actions (mypy checks it here), and they are found."""

from shop.actions.shop import approve_order as shop_approve_order
from shop.actions.shop import capture_payment as shop_capture_payment
from shop.generated.handlers import find_handlers
from shop.generated.shop.contract import actions as shop_contract

FOUND = find_handlers("shop.actions")


def test_shop_approve_order_is_found() -> None:
    handler: shop_contract.ApproveOrderHandler = shop_approve_order.approve_order
    found = FOUND.shop.approve_order
    assert found is handler


def test_shop_capture_payment_is_found() -> None:
    handler: shop_contract.CapturePaymentHandler = shop_capture_payment.capture_payment
    found = FOUND.shop.capture_payment
    assert found is handler
