"""Settle invoice.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.billing.contract import actions, events
from clinic.generated.context import Context


def settle_invoice(
    action: actions.SettleInvoice, context: Context
) -> events.InvoiceSettleEvent:
    """Settle invoice."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.settle_invoice(action, context)
