"""Draw up the invoice of a visit from the tariffs of its day.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.billing.contract import actions
from clinic.generated.context import Context


def draft_invoice(
    action: actions.DraftInvoice, context: Context
) -> actions.DraftInvoiceResult:
    """Draw up the invoice of a visit from the tariffs of its day."""
    # The model does not say how: until you write it, callers get 501.
    return actions.draft_invoice(action, context)
