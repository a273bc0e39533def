# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Actions: what each takes, what it answers with, and what it does until you write it yourself."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Protocol
from uuid import UUID

import pydantic

from ...context import Context
from ...contract import values
from ...contract.bodies import Shape
from ...contract.errors import NotWrittenError
from . import events
from .invoice import InvoiceDispute, InvoiceSettle


class DraftInvoice(Shape):
    """Draw up the invoice of a visit from the tariffs of its day."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    signed_at: Annotated[dt.datetime, values.Instant()]


class DraftInvoiceResult(Shape):
    """What draft_invoice answers with."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    total: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


class DraftInvoiceHandler(Protocol):
    """Carries out draft_invoice."""

    def __call__(self, action: DraftInvoice, context: Context, /) -> DraftInvoiceResult:
        """Do it, in the unit of work of the context."""
        ...


def draft_invoice(action: DraftInvoice, context: Context) -> DraftInvoiceResult:
    """Do what the model says of draft_invoice."""
    raise NotWrittenError("draft_invoice is not written yet.")


class RecordPayment(Shape):
    """The bank tells that an invoice has been paid in full."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    paid_at: Annotated[dt.datetime, values.Instant()]


class RecordPaymentHandler(Protocol):
    """Carries out record_payment."""

    def __call__(
        self, action: RecordPayment, context: Context, /
    ) -> events.InvoicePaid:
        """Do it, in the unit of work of the context."""
        ...


def record_payment(action: RecordPayment, context: Context) -> events.InvoicePaid:
    """Do what the model says of record_payment."""
    event = events.InvoicePaid(invoice=action.invoice, paid_at=action.paid_at)
    context.emit(event)
    return event


class SettleInvoice(Shape):
    """Settle invoice."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    paid_at: Annotated[dt.datetime, values.Instant()]


class SettleInvoiceHandler(Protocol):
    """Carries out settle_invoice."""

    def __call__(
        self, action: SettleInvoice, context: Context, /
    ) -> events.InvoiceSettleEvent:
        """Do it, in the unit of work of the context."""
        ...


def settle_invoice(
    action: SettleInvoice, context: Context
) -> events.InvoiceSettleEvent:
    """Do what the model says of settle_invoice."""
    return context.billing.invoices.settle(
        action.invoice, InvoiceSettle(paid_at=action.paid_at)
    )


class DisputeInvoice(Shape):
    """Dispute invoice."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    claim: Annotated[str, values.Text(longest=500)]


class DisputeInvoiceHandler(Protocol):
    """Carries out dispute_invoice."""

    def __call__(
        self, action: DisputeInvoice, context: Context, /
    ) -> events.InvoiceDisputeEvent:
        """Do it, in the unit of work of the context."""
        ...


def dispute_invoice(
    action: DisputeInvoice, context: Context
) -> events.InvoiceDisputeEvent:
    """Do what the model says of dispute_invoice."""
    return context.billing.invoices.dispute(
        action.invoice, InvoiceDispute(claim=action.claim)
    )


class OverdueInvoices(Shape):
    """What should have been paid by a day, as a list for the accountant."""

    day: Annotated[dt.date, values.Day()]
    at_least: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))] = Decimal("0.00")


class OverdueInvoicesResult(Shape):
    """What overdue_invoices answers with."""

    invoices: list[Annotated[int, values.Whole(), values.Refers("billing.Invoice")]] = (
        pydantic.Field(default_factory=list)
    )
    open: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]


class OverdueInvoicesHandler(Protocol):
    """Carries out overdue_invoices."""

    def __call__(
        self, action: OverdueInvoices, context: Context, /
    ) -> OverdueInvoicesResult:
        """Do it, in the unit of work of the context."""
        ...


def overdue_invoices(
    action: OverdueInvoices, context: Context
) -> OverdueInvoicesResult:
    """Do what the model says of overdue_invoices."""
    raise NotWrittenError("overdue_invoices is not written yet.")


@dataclass(frozen=True, slots=True)
class Handlers:
    """One function per action; what you have not written is what the model says."""

    draft_invoice: DraftInvoiceHandler = draft_invoice
    record_payment: RecordPaymentHandler = record_payment
    settle_invoice: SettleInvoiceHandler = settle_invoice
    dispute_invoice: DisputeInvoiceHandler = dispute_invoice
    overdue_invoices: OverdueInvoicesHandler = overdue_invoices
