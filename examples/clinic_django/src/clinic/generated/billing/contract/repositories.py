# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The repositories of the ontology, as a handler sees them."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID

from ...contract.answers import ANY_VERSION, IfMatch
from ...contract.collections import Objects
from . import events
from .invoice import (
    Invoice,
    InvoiceCreate,
    InvoiceDispute,
    InvoicePatch,
    InvoiceResend,
    InvoiceSend,
    InvoiceSettle,
    InvoiceWriteOff,
)
from .invoice_line import InvoiceLine, InvoiceLineCreate, InvoiceLinePatch
from .payer import Payer, PayerCreate, PayerPatch
from .payment import Payment, PaymentCreate, PaymentPatch
from .policy import Policy, PolicyCreate, PolicyPatch
from .reminder import Reminder, ReminderCreate, ReminderPatch
from .tariff import Tariff, TariffCreate, TariffPatch
from .types import InvoiceLineKey, PolicyKey, TariffKey

PayerRepository: TypeAlias = Objects[Payer, int, PayerCreate, PayerPatch]
PolicyRepository: TypeAlias = Objects[Policy, PolicyKey, PolicyCreate, PolicyPatch]
TariffRepository: TypeAlias = Objects[Tariff, TariffKey, TariffCreate, TariffPatch]
InvoiceLineRepository: TypeAlias = Objects[
    InvoiceLine, InvoiceLineKey, InvoiceLineCreate, InvoiceLinePatch
]
PaymentRepository: TypeAlias = Objects[Payment, UUID, PaymentCreate, PaymentPatch]
ReminderRepository: TypeAlias = Objects[Reminder, UUID, ReminderCreate, ReminderPatch]


class InvoiceRepository(Objects[Invoice, int, InvoiceCreate, InvoicePatch], Protocol):
    """The invoice: kept, found and moved."""

    def send(
        self, key: int, fields: InvoiceSend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSendEvent:
        """Move it from draft to sent."""
        ...

    def dispute(
        self, key: int, fields: InvoiceDispute, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceDisputeEvent:
        """Move it from sent to disputed."""
        ...

    def resend(
        self, key: int, fields: InvoiceResend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceResendEvent:
        """Move it from disputed to sent."""
        ...

    def settle(
        self, key: int, fields: InvoiceSettle, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSettleEvent:
        """Move it from sent or disputed to paid."""
        ...

    def write_off(
        self, key: int, fields: InvoiceWriteOff, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceWriteOffEvent:
        """Move it from sent or disputed to written_off."""
        ...


@dataclass(frozen=True, slots=True)
class Repositories:
    """Every repository of the ontology, in one unit of work."""

    payers: PayerRepository
    policies: PolicyRepository
    tariffs: TariffRepository
    invoices: InvoiceRepository
    invoice_lines: InvoiceLineRepository
    payments: PaymentRepository
    reminders: ReminderRepository
