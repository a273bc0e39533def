# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the invoice is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from pydantic import TypeAdapter

from ...clinic.contract.types import PersonName
from ...contract import identifiers
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import events
from ..contract import invoice as contract
from ..contract.invoice import (
    InvoiceDispute,
    InvoiceResend,
    InvoiceSend,
    InvoiceSettle,
    InvoiceWriteOff,
)
from ..contract.types import PolicyKey


class Invoice(models.Model):
    """What is asked for one visit. A handler drafts it as soon as the visit is signed."""

    number = columns.BigCounter(primary_key=True)
    visit = models.ForeignKey(
        "clinic.Visit",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="invoice",
    )
    policy = models.ForeignObject(
        "billing.Policy",
        models.DO_NOTHING,
        from_fields=("policy_payer_number", "policy_number"),
        to_fields=("payer_id", "number"),
        related_name="invoices",
        null=True,
        blank=True,
    )
    policy_payer_number = models.IntegerField(null=True, blank=True)
    policy_number = columns.String(max_length=20, null=True, blank=True)
    recipient = columns.Packed(PersonName)
    drawn_up_on = models.DateField()
    total = columns.Exact(max_digits=12, decimal_places=2, db_default=Decimal("0.00"))
    due_on = models.DateField(null=True, blank=True)
    paid_at = columns.Instant(null=True, blank=True)
    state = columns.Choice(contract.InvoiceState, default="draft")
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_invoice"
        verbose_name = "invoice"
        verbose_name_plural = "invoices"
        ordering = ("number",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_invoice_visit",
                columns=("visit_id",),
                table="clinic_visit",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_billing_invoice_policy",
                columns=("policy_payer_number", "policy_number"),
                table="billing_policy",
                targets=("payer_number", "number"),
                on_delete="RESTRICT",
            ),
            models.UniqueConstraint(fields=("visit",), name="uq_billing_invoice_visit"),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["draft", "sent", "disputed", "paid", "written-off"]
                ),
                name="ck_billing_invoice_state",
            ),
        )
        indexes = (
            columns.Index(
                fields=("policy_payer_number", "policy_number"),
                name="ix_billing_invoice_policy",
            ),
            columns.Index(
                fields=("drawn_up_on", "number"), name="ix_billing_invoice_drawn_up_on"
            ),
            columns.Index(fields=("state", "number"), name="ix_billing_invoice_state"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Invoice:
    parts = [*row[0:2], maybe(PolicyKey, row[2:4]), *row[4:]]
    return contract.Invoice(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "drawn_up_on": moment.date(),
        "due_on": None,
        "paid_at": None,
        "state": contract.InvoiceState.DRAFT,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class InvoiceRepository(
    Repository[contract.Invoice, int, contract.InvoiceCreate, contract.InvoicePatch]
):
    """The invoice, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Invoice",
        title="invoice",
        model=Invoice,
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
        queryable=contract.QUERYABLE,
        shape=contract.InvoiceCreate,
        read=_read,
        made=_made,
        merged={
            "recipient": TypeAdapter(PersonName),
        },
        auto_key="number",
    )

    def send(
        self, key: int, fields: InvoiceSend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSendEvent:
        """Move it from draft to sent."""
        move = contract.TRANSITIONS["send"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.InvoiceSendEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def dispute(
        self, key: int, fields: InvoiceDispute, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceDisputeEvent:
        """Move it from sent to disputed."""
        move = contract.TRANSITIONS["dispute"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.InvoiceDisputeEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def resend(
        self, key: int, fields: InvoiceResend, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceResendEvent:
        """Move it from disputed to sent."""
        move = contract.TRANSITIONS["resend"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.InvoiceResendEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def settle(
        self, key: int, fields: InvoiceSettle, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceSettleEvent:
        """Move it from sent or disputed to paid."""
        move = contract.TRANSITIONS["settle"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.InvoiceSettleEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def write_off(
        self, key: int, fields: InvoiceWriteOff, if_match: IfMatch = ANY_VERSION
    ) -> events.InvoiceWriteOffEvent:
        """Move it from sent or disputed to written_off."""
        move = contract.TRANSITIONS["write_off"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.InvoiceWriteOffEvent(
            invoice=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event
