# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What happens by itself when an event has happened; the relay runs it."""

from .billing.contract import actions as billing_actions
from .billing.contract import events as billing_events
from .clinic.contract import actions as clinic_actions
from .clinic.contract import events as clinic_events
from .context import Context
from .contract.events import Trigger
from .handlers import Handlers


def billing_draft_when_signed(
    event: clinic_events.VisitSignEvent, context: Context, handlers: Handlers
) -> None:
    """Nobody has to remember the invoice of a signed visit."""
    action = billing_actions.DraftInvoice(visit=event.visit, signed_at=event.signed_at)
    handlers.billing.draft_invoice(action, context)


def billing_settle_when_paid(
    event: billing_events.InvoicePaid, context: Context, handlers: Handlers
) -> None:
    """Settle when paid."""
    action = billing_actions.SettleInvoice(invoice=event.invoice, paid_at=event.paid_at)
    handlers.billing.settle_invoice(action, context)


def clinic_finish_when_signed(
    event: clinic_events.VisitSignEvent, context: Context, handlers: Handlers
) -> None:
    """A signed visit ends its appointment."""
    visit = context.clinic.visits.get(event.visit)
    action = clinic_actions.FinishAppointment(appointment=visit.appointment)
    handlers.clinic.finish_appointment(action, context)


def clinic_amend_when_disputed(
    event: billing_events.InvoiceDisputeEvent, context: Context, handlers: Handlers
) -> None:
    """Whoever disputes an invoice makes us look at the visit again."""
    invoice = context.billing.invoices.get(event.invoice)
    action = clinic_actions.AmendVisit(visit=invoice.visit, amendment=event.claim)
    handlers.clinic.amend_visit(action, context)


TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        "draft_when_signed", clinic_events.VisitSignEvent, billing_draft_when_signed
    ),
    Trigger("settle_when_paid", billing_events.InvoicePaid, billing_settle_when_paid),
    Trigger(
        "finish_when_signed", clinic_events.VisitSignEvent, clinic_finish_when_signed
    ),
    Trigger(
        "amend_when_disputed",
        billing_events.InvoiceDisputeEvent,
        clinic_amend_when_disputed,
    ),
)
