# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the invoice line is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import invoice_line as contract
from ..contract.types import InvoiceLineKey


class InvoiceLine(models.Model):
    """Invoice line."""

    pk = models.CompositePrimaryKey("invoice_id", "position")
    invoice = models.ForeignKey(
        "billing.Invoice",
        models.CASCADE,
        db_column="invoice_number",
        db_constraint=False,
        db_index=False,
        related_name="lines",
    )
    position = models.SmallIntegerField()
    treatment = models.ForeignKey(
        "clinic.Treatment",
        models.RESTRICT,
        db_column="treatment_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    text = columns.String(max_length=200)
    quantity = columns.Exact(
        max_digits=8, decimal_places=3, db_default=Decimal("1.000")
    )
    price = columns.Exact(max_digits=12, decimal_places=2)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_invoice_line"
        verbose_name = "invoice line"
        verbose_name_plural = "invoice lines"
        ordering = ("invoice_id", "position")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_invoice_line_invoice",
                columns=("invoice_number",),
                table="billing_invoice",
                targets=("number",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_billing_invoice_line_treatment",
                columns=("treatment_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(
                fields=("treatment",), name="ix_billing_invoice_line_treatment"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.InvoiceLine:
    return contract.InvoiceLine(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class InvoiceLineRepository(
    Repository[
        contract.InvoiceLine,
        InvoiceLineKey,
        contract.InvoiceLineCreate,
        contract.InvoiceLinePatch,
    ],
):
    """The invoice line, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.InvoiceLine",
        title="invoice line",
        model=InvoiceLine,
        fields={
            "invoice": ("invoice_id",),
            "position": ("position",),
            "treatment": ("treatment_id",),
            "text": ("text",),
            "quantity": ("quantity",),
            "price": ("price",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.InvoiceLineCreate,
        read=_read,
        made=_made,
    )
