# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the payment is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import payment as contract
from ..contract.types import Method


class Payment(models.Model):
    """Money that has come in."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    invoice = models.ForeignKey(
        "billing.Invoice",
        models.RESTRICT,
        db_column="invoice_number",
        db_constraint=False,
        db_index=False,
        related_name="payments",
    )
    amount = columns.Exact(max_digits=12, decimal_places=2)
    method = columns.Choice(Method, db_default="transfer")
    received_at = columns.Instant(default=identifiers.now)
    reference = columns.String(max_length=140, null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_payment"
        verbose_name = "payment"
        verbose_name_plural = "payments"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_payment_invoice",
                columns=("invoice_number",),
                table="billing_invoice",
                targets=("number",),
                on_delete="RESTRICT",
            ),
            models.CheckConstraint(
                condition=models.Q(method__in=["transfer", "card", "cash", "SEPA"]),
                name="ck_billing_payment_method",
            ),
        )
        indexes = (
            columns.Index(fields=("invoice",), name="ix_billing_payment_invoice"),
            columns.Index(
                fields=("reference", "id"), name="ix_billing_payment_reference"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Payment:
    return contract.Payment(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PaymentRepository(
    Repository[contract.Payment, UUID, contract.PaymentCreate, contract.PaymentPatch]
):
    """The payment, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Payment",
        title="payment",
        model=Payment,
        fields={
            "id": ("id",),
            "invoice": ("invoice_id",),
            "amount": ("amount",),
            "method": ("method",),
            "received_at": ("received_at",),
            "reference": ("reference",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PaymentCreate,
        read=_read,
        made=_made,
    )
