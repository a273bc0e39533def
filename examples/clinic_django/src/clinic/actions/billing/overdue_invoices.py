"""What should have been paid by a day, as a list for the accountant.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.billing.contract import actions
from clinic.generated.context import Context


def overdue_invoices(
    action: actions.OverdueInvoices, context: Context
) -> actions.OverdueInvoicesResult:
    """What should have been paid by a day, as a list for the accountant."""
    # The model does not say how: until you write it, callers get 501.
    return actions.overdue_invoices(action, context)
