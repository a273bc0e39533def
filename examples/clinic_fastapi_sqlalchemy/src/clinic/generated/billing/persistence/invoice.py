# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the invoice is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...clinic.contract.types import PersonName
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract import events
from ..contract.invoice import (
    KEY,
    QUERYABLE,
    TRANSITIONS,
    Invoice,
    InvoiceCreate,
    InvoiceDispute,
    InvoicePatch,
    InvoiceResend,
    InvoiceSend,
    InvoiceSettle,
    InvoiceState,
    InvoiceWriteOff,
)
from ..contract.types import PolicyKey

if TYPE_CHECKING:
    from ...clinic.persistence.visit import VisitRow
    from .invoice_line import InvoiceLineRow
    from .payment import PaymentRow
    from .policy import PolicyRow
    from .reminder import ReminderRow


class InvoiceRow(Base):
    """A row of billing_invoice."""

    __tablename__ = "billing_invoice"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_billing_invoice_visit",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["policy_payer_number", "policy_number"],
            ["billing_policy.payer_number", "billing_policy.number"],
            name="fk_billing_invoice_policy",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("visit_id", name="uq_billing_invoice_visit"),
        sa.CheckConstraint(
            sa.column("state").in_(
                ["draft", "sent", "disputed", "paid", "written-off"]
            ),
            name="ck_billing_invoice_state",
        ),
        sa.Index("ix_billing_invoice_policy", "policy_payer_number", "policy_number"),
        sa.Index("ix_billing_invoice_drawn_up_on", "drawn_up_on", "number"),
        sa.Index("ix_billing_invoice_state", "state", "number"),
    )

    number: Mapped[int] = mapped_column(columns.AutoInteger, autoincrement=True)
    visit_id: Mapped[UUID] = mapped_column(columns.Uuid)
    policy_payer_number: Mapped[int | None] = mapped_column(sa.Integer())
    policy_number: Mapped[str | None] = mapped_column(columns.Text(20))
    recipient: Mapped[PersonName] = mapped_column(columns.Packed(PersonName))
    drawn_up_on: Mapped[dt.date] = mapped_column(sa.Date())
    total: Mapped[Decimal] = mapped_column(
        columns.Exact(12, 2), server_default=sa.text("0.00")
    )
    due_on: Mapped[dt.date | None] = mapped_column(sa.Date())
    paid_at: Mapped[dt.datetime | None] = mapped_column(columns.Instant())
    state: Mapped[InvoiceState] = mapped_column(columns.Choice(InvoiceState, 11))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    visit: Mapped["VisitRow"] = relationship(
        back_populates="invoice", lazy="raise_on_sql"
    )
    policy: Mapped["PolicyRow | None"] = relationship(
        back_populates="invoices", lazy="raise_on_sql"
    )
    lines: Mapped[list["InvoiceLineRow"]] = relationship(
        back_populates="invoice", lazy="raise_on_sql", passive_deletes="all"
    )
    payments: Mapped[list["PaymentRow"]] = relationship(
        back_populates="invoice", lazy="raise_on_sql", passive_deletes="all"
    )
    reminders: Mapped[list["ReminderRow"]] = relationship(
        back_populates="invoice", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Invoice:
    parts = [*row[0:2], maybe(PolicyKey, row[2:4]), *row[4:]]
    return Invoice(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "drawn_up_on": moment.date(),
        "due_on": None,
        "paid_at": None,
        "state": InvoiceState.DRAFT,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class InvoiceRepository(Repository[Invoice, int, InvoiceCreate, InvoicePatch]):
    """The invoice, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Invoice",
        title="invoice",
        table=table_of(InvoiceRow),
        fields={
            "number": ("number",),
            "visit": ("visit_id",),
            "policy": ("policy_payer_number", "policy_number"),
            "recipient": ("recipient",),
            "drawn_up_on": ("drawn_up_on",),
            "total": ("total",),
            "due_on": ("due_on",),
            "paid_at": ("paid_at",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=InvoiceCreate,
        read=_read,
        made=_made,
        merged={
            "recipient": TypeAdapter(PersonName),
        },
        auto_key="number",
    )

    async def send(
        self, key: int, fields: InvoiceSend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSendEvent:
        """Move it from draft to sent."""
        move = TRANSITIONS["send"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.InvoiceSendEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def dispute(
        self, key: int, fields: InvoiceDispute, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceDisputeEvent:
        """Move it from sent to disputed."""
        move = TRANSITIONS["dispute"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.InvoiceDisputeEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def resend(
        self, key: int, fields: InvoiceResend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceResendEvent:
        """Move it from disputed to sent."""
        move = TRANSITIONS["resend"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.InvoiceResendEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def settle(
        self, key: int, fields: InvoiceSettle, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSettleEvent:
        """Move it from sent or disputed to paid."""
        move = TRANSITIONS["settle"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.InvoiceSettleEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def write_off(
        self, key: int, fields: InvoiceWriteOff, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceWriteOffEvent:
        """Move it from sent or disputed to written_off."""
        move = TRANSITIONS["write_off"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.InvoiceWriteOffEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event
