# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the reminder is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import reminder as contract


class Reminder(models.Model):
    """A letter that asks for what is overdue; each goes back to the one before."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    invoice = models.ForeignKey(
        "billing.Invoice",
        models.CASCADE,
        db_column="invoice_number",
        db_constraint=False,
        db_index=False,
        related_name="reminders",
    )
    follows = models.ForeignKey(
        "billing.Reminder",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="followed_by",
        null=True,
        blank=True,
    )
    fee = columns.Exact(max_digits=12, decimal_places=2, db_default=Decimal("0.00"))
    sent_on = models.DateField()
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_reminder"
        verbose_name = "reminder"
        verbose_name_plural = "reminders"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_reminder_invoice",
                columns=("invoice_number",),
                table="billing_invoice",
                targets=("number",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_billing_reminder_follows",
                columns=("follows_id",),
                table="billing_reminder",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            models.UniqueConstraint(
                fields=("follows",), name="uq_billing_reminder_follows"
            ),
        )
        indexes = (
            columns.Index(fields=("invoice",), name="ix_billing_reminder_invoice"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Reminder:
    return contract.Reminder(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class ReminderRepository(
    Repository[contract.Reminder, UUID, contract.ReminderCreate, contract.ReminderPatch]
):
    """The reminder, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Reminder",
        title="reminder",
        model=Reminder,
        fields={
            "id": ("id",),
            "invoice": ("invoice_id",),
            "follows": ("follows_id",),
            "fee": ("fee",),
            "sent_on": ("sent_on",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.ReminderCreate,
        read=_read,
        made=_made,
    )
