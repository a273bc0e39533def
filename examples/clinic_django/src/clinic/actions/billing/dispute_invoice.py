"""Dispute invoice.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.billing.contract import actions, events
from clinic.generated.context import Context


def dispute_invoice(
    action: actions.DisputeInvoice, context: Context
) -> events.InvoiceDisputeEvent:
    """Dispute invoice."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.dispute_invoice(action, context)
