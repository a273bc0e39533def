"""The bank tells that an invoice has been paid in full.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.billing.contract import actions, events
from clinic.generated.context import Context


def record_payment(
    action: actions.RecordPayment, context: Context
) -> events.InvoicePaid:
    """The bank tells that an invoice has been paid in full."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.record_payment(action, context)
