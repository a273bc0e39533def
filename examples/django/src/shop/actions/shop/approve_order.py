"""Approve an order after review.

This file is yours: it was written once, and never will be again.
"""

from shop.generated.context import Context
from shop.generated.shop.contract import actions, events


def approve_order(
    action: actions.ApproveOrder, context: Context
) -> events.OrderApproveEvent:
    """Approve an order after review."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.approve_order(action, context)
