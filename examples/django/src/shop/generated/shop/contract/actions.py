# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Actions: what each takes, what it answers with, and what it does until you write it yourself."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Protocol
from uuid import UUID

from ...context import Context
from ...contract import values
from ...contract.bodies import Shape
from . import events
from .order import OrderApprove


class ApproveOrder(Shape):
    """Approve an order after review."""

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    reason: Annotated[str, values.Text(longest=255)] | None = None


class ApproveOrderHandler(Protocol):
    """Carries out approve_order."""

    def __call__(
        self, action: ApproveOrder, context: Context, /
    ) -> events.OrderApproveEvent:
        """Do it, in the unit of work of the context."""
        ...


def approve_order(action: ApproveOrder, context: Context) -> events.OrderApproveEvent:
    """Do what the model says of approve_order."""
    return context.shop.orders.approve(action.order, OrderApprove(reason=action.reason))


class CapturePayment(Shape):
    """Capture payment."""

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    amount: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


class CapturePaymentHandler(Protocol):
    """Carries out capture_payment."""

    def __call__(
        self, action: CapturePayment, context: Context, /
    ) -> events.PaymentCaptured:
        """Do it, in the unit of work of the context."""
        ...


def capture_payment(action: CapturePayment, context: Context) -> events.PaymentCaptured:
    """Do what the model says of capture_payment."""
    event = events.PaymentCaptured(order=action.order, amount=action.amount)
    context.emit(event)
    return event


@dataclass(frozen=True, slots=True)
class Handlers:
    """One function per action; what you have not written is what the model says."""

    approve_order: ApproveOrderHandler = approve_order
    capture_payment: CapturePaymentHandler = capture_payment
