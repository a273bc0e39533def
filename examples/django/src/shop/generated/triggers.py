# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What happens by itself when an event has happened; the relay runs it."""

from .context import Context
from .contract.events import Trigger
from .handlers import Handlers
from .shop.contract import actions as shop_actions
from .shop.contract import events as shop_events


def shop_approve_when_paid(
    event: shop_events.PaymentCaptured, context: Context, handlers: Handlers
) -> None:
    """Approve when paid."""
    action = shop_actions.ApproveOrder(order=event.order)
    handlers.shop.approve_order(action, context)


TRIGGERS: tuple[Trigger, ...] = (
    Trigger("approve_when_paid", shop_events.PaymentCaptured, shop_approve_when_paid),
)
