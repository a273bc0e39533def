# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Facts that the domain announces: declared ones, and one for each transition."""

import datetime as dt
from typing import Annotated, ClassVar

from ...contract import events, values


class InvoicePaid(events.Event):
    """The account holds the whole amount."""

    EVENT: ClassVar[str] = "billing.InvoicePaid"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    paid_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)


class InvoiceSendEvent(events.Event):
    """The invoice has made the transition send."""

    EVENT: ClassVar[str] = "billing.Invoice.send"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    due_on: Annotated[dt.date, values.Day()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)


class InvoiceDisputeEvent(events.Event):
    """The invoice has made the transition dispute."""

    EVENT: ClassVar[str] = "billing.Invoice.dispute"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    claim: Annotated[str, values.Text(longest=500)]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)


class InvoiceResendEvent(events.Event):
    """The invoice has made the transition resend."""

    EVENT: ClassVar[str] = "billing.Invoice.resend"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    due_on: Annotated[dt.date, values.Day()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)


class InvoiceSettleEvent(events.Event):
    """The invoice has made the transition settle."""

    EVENT: ClassVar[str] = "billing.Invoice.settle"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    paid_at: Annotated[dt.datetime, values.Instant()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)


class InvoiceWriteOffEvent(events.Event):
    """The invoice has made the transition write_off."""

    EVENT: ClassVar[str] = "billing.Invoice.write_off"

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    reason: Annotated[str, values.Text(longest=255)]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("billing.Invoice", self.invoice)
