"""Draw up the invoice of a visit from the tariffs of its day.

The trigger `draft_when_signed` runs it; what it raises is tried again, and parked in the end.
"""

from datetime import date
from decimal import Decimal
from uuid import UUID

from clinic.generated.billing.contract import actions
from clinic.generated.billing.contract.invoice import InvoiceCreate
from clinic.generated.billing.contract.invoice_line import InvoiceLineCreate
from clinic.generated.billing.contract.types import PolicyKey
from clinic.generated.context import Context
from clinic.generated.contract.errors import InvalidInputError, Issue


def draft_invoice(
    action: actions.DraftInvoice, context: Context
) -> actions.DraftInvoiceResult:
    """Charge what was done, at the prices of the day, to whoever insures the patient."""
    visit = context.clinic.visits.get(action.visit)
    appointment = context.clinic.appointments.get(visit.appointment)
    patient = context.clinic.patients.get(appointment.patient)
    day = action.signed_at.date()
    done = visit.treatments or [appointment.treatment]
    prices = {code: price_on(day, code, context) for code in done}

    invoice = context.billing.invoices.create(
        InvoiceCreate(
            visit=visit.id,
            policy=policy_on(day, patient.id, context),
            recipient=patient.name,
            total=sum(prices.values(), Decimal(0)),
        )
    )
    for position, (code, price) in enumerate(prices.items(), 1):
        treatment = context.clinic.treatments.get(code)
        context.billing.invoice_lines.create(
            InvoiceLineCreate(
                invoice=invoice.number,
                position=position,
                treatment=code,
                text=treatment.title,
                price=price,
            )
        )
    return actions.DraftInvoiceResult(invoice=invoice.number, total=invoice.total)


def price_on(day: date, treatment: str, context: Context) -> Decimal:
    """Return the price of a treatment: that of the last tariff that was valid already."""
    tariffs = context.billing.tariffs.find(
        {"treatment": {"eq": treatment}, "valid_from": {"lte": day.isoformat()}},
        sort=["-valid_from"],
        limit=1,
    )
    if not tariffs.items:
        missing = f"{treatment} has no tariff on {day}"
        raise InvalidInputError(Issue("/visit", "invalid", missing))
    price: Decimal = tariffs.items[0].price
    return price


def policy_on(day: date, patient: UUID, context: Context) -> PolicyKey | None:
    """Return a patient's policy on a day, or None for those who pay themselves."""
    policies = context.billing.policies.find({"patient": {"eq": str(patient)}})
    for policy in policies.items:
        valid = policy.valid
        if valid.from_ <= day and (valid.to is None or day <= valid.to):
            return PolicyKey(payer=policy.payer, number=policy.number)
    return None
