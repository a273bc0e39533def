# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the reminder is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.reminder import KEY, QUERYABLE, Reminder, ReminderCreate, ReminderPatch

if TYPE_CHECKING:
    from .invoice import InvoiceRow


class ReminderRow(Base):
    """A row of billing_reminder."""

    __tablename__ = "billing_reminder"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_reminder_invoice",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["billing_reminder.id"],
            name="fk_billing_reminder_follows",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("follows_id", name="uq_billing_reminder_follows"),
        sa.Index("ix_billing_reminder_invoice", "invoice_number"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    invoice_number: Mapped[int] = mapped_column(sa.BigInteger())
    follows_id: Mapped[UUID | None] = mapped_column(columns.Uuid)
    fee: Mapped[Decimal] = mapped_column(
        columns.Exact(12, 2), server_default=sa.text("0.00")
    )
    sent_on: Mapped[dt.date] = mapped_column(sa.Date())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    invoice: Mapped["InvoiceRow"] = relationship(
        back_populates="reminders", lazy="raise_on_sql"
    )
    follows: Mapped["ReminderRow | None"] = relationship(
        remote_side="ReminderRow.id", back_populates="followed_by", lazy="raise_on_sql"
    )
    followed_by: Mapped["ReminderRow | None"] = relationship(
        back_populates="follows",
        lazy="raise_on_sql",
        passive_deletes="all",
        uselist=False,
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Reminder:
    return Reminder(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class ReminderRepository(Repository[Reminder, UUID, ReminderCreate, ReminderPatch]):
    """The reminder, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Reminder",
        title="reminder",
        table=table_of(ReminderRow),
        fields={
            "id": ("id",),
            "invoice": ("invoice_number",),
            "follows": ("follows_id",),
            "fee": ("fee",),
            "sent_on": ("sent_on",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=ReminderCreate,
        read=_read,
        made=_made,
    )
