# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the payment is kept."""

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
from ..contract.payment import KEY, QUERYABLE, Payment, PaymentCreate, PaymentPatch
from ..contract.types import Method

if TYPE_CHECKING:
    from .invoice import InvoiceRow


class PaymentRow(Base):
    """A row of billing_payment."""

    __tablename__ = "billing_payment"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_payment_invoice",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            sa.column("method").in_(["transfer", "card", "cash", "SEPA"]),
            name="ck_billing_payment_method",
        ),
        sa.Index("ix_billing_payment_invoice", "invoice_number"),
        sa.Index("ix_billing_payment_reference", "reference", "id"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    invoice_number: Mapped[int] = mapped_column(sa.BigInteger())
    amount: Mapped[Decimal] = mapped_column(columns.Exact(12, 2))
    method: Mapped[Method] = mapped_column(
        columns.Choice(Method, 8), server_default="transfer"
    )
    received_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    reference: Mapped[str | None] = mapped_column(columns.Text(140))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    invoice: Mapped["InvoiceRow"] = relationship(
        back_populates="payments", lazy="raise_on_sql"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Payment:
    return Payment(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PaymentRepository(Repository[Payment, UUID, PaymentCreate, PaymentPatch]):
    """The payment, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Payment",
        title="payment",
        table=table_of(PaymentRow),
        fields={
            "id": ("id",),
            "invoice": ("invoice_number",),
            "amount": ("amount",),
            "method": ("method",),
            "received_at": ("received_at",),
            "reference": ("reference",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=PaymentCreate,
        read=_read,
        made=_made,
    )
