# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the invoice line is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.invoice_line import (
    KEY,
    QUERYABLE,
    InvoiceLine,
    InvoiceLineCreate,
    InvoiceLinePatch,
)
from ..contract.types import InvoiceLineKey

if TYPE_CHECKING:
    from ...clinic.persistence.treatment import TreatmentRow
    from .invoice import InvoiceRow


class InvoiceLineRow(Base):
    """A row of billing_invoice_line."""

    __tablename__ = "billing_invoice_line"
    __table_args__ = (
        sa.PrimaryKeyConstraint("invoice_number", "position"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_invoice_line_invoice",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_billing_invoice_line_treatment",
            ondelete="RESTRICT",
        ),
        sa.Index("ix_billing_invoice_line_treatment", "treatment_code"),
    )

    invoice_number: Mapped[int] = mapped_column(sa.BigInteger())
    position: Mapped[int] = mapped_column(sa.SmallInteger())
    treatment_code: Mapped[str] = mapped_column(columns.Text(12))
    text: Mapped[str] = mapped_column(columns.Text(200))
    quantity: Mapped[Decimal] = mapped_column(
        columns.Exact(8, 3), server_default=sa.text("1.000")
    )
    price: Mapped[Decimal] = mapped_column(columns.Exact(12, 2))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    invoice: Mapped["InvoiceRow"] = relationship(
        back_populates="lines", lazy="raise_on_sql"
    )
    treatment: Mapped["TreatmentRow"] = relationship(lazy="raise_on_sql")


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> InvoiceLine:
    return InvoiceLine(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class InvoiceLineRepository(
    Repository[InvoiceLine, InvoiceLineKey, InvoiceLineCreate, InvoiceLinePatch]
):
    """The invoice line, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.InvoiceLine",
        title="invoice line",
        table=table_of(InvoiceLineRow),
        fields={
            "invoice": ("invoice_number",),
            "position": ("position",),
            "treatment": ("treatment_code",),
            "text": ("text",),
            "quantity": ("quantity",),
            "price": ("price",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=InvoiceLineCreate,
        read=_read,
        made=_made,
    )
