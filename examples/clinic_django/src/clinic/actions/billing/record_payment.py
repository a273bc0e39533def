"""The bank tells that an invoice has been paid in full: believed once the payments say so, too."""

from decimal import Decimal

from clinic.generated.billing.contract import actions, events
from clinic.generated.context import Context
from clinic.generated.contract.errors import InvalidInputError, Issue


def record_payment(
    action: actions.RecordPayment, context: Context
) -> events.InvoicePaid:
    """Announce that an invoice has been paid, if what has come in covers it."""
    invoice = context.billing.invoices.get(action.invoice)
    payments = context.billing.payments.find(
        {"invoice": {"eq": action.invoice}}, limit=100
    )
    paid = sum((payment.amount for payment in payments.items), Decimal(0))
    if paid < invoice.total:
        open_ = f"{invoice.total - paid} of the invoice is open"
        raise InvalidInputError(Issue("/invoice", "invalid", open_))
    return actions.record_payment(action, context)
