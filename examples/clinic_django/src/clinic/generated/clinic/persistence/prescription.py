# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the prescription is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers, values
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import events
from ..contract import prescription as contract
from ..contract.prescription import PrescriptionDispense, PrescriptionWithdraw
from ..contract.types import Dose


class Prescription(models.Model):
    """A substance for a patient, for a while."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    visit = models.ForeignKey(
        "clinic.Visit",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="prescriptions",
    )
    medication = models.ForeignKey(
        "clinic.Medication",
        models.RESTRICT,
        db_column="medication_atc",
        db_constraint=False,
        db_index=False,
        related_name="prescriptions",
    )
    dose = columns.Packed(Dose)
    times = columns.Packed(list[Annotated[dt.time, values.TimeOfDay()]])
    lasts = columns.Span()
    refills = models.SmallIntegerField(db_default=0)
    reason = columns.String(max_length=200, null=True, blank=True)
    state = columns.Choice(contract.PrescriptionState, default="draft")
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_prescription"
        verbose_name = "prescription"
        verbose_name_plural = "prescriptions"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_prescription_visit",
                columns=("visit_id",),
                table="clinic_visit",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_prescription_medication",
                columns=("medication_atc",),
                table="clinic_medication",
                targets=("atc",),
                on_delete="RESTRICT",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["draft", "issued", "dispensed", "withdrawn"]
                ),
                name="ck_clinic_prescription_state",
            ),
        )
        indexes = (
            columns.Index(fields=("visit",), name="ix_clinic_prescription_visit"),
            columns.Index(
                fields=("medication",), name="ix_clinic_prescription_medication"
            ),
            columns.Index(fields=("state", "id"), name="ix_clinic_prescription_state"),
            columns.Index(
                fields=("medication", "visit"),
                name="ix_clinic_prescription_medication_visit",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Prescription:
    return contract.Prescription(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "state": contract.PrescriptionState.DRAFT,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PrescriptionRepository(
    Repository[
        contract.Prescription,
        UUID,
        contract.PrescriptionCreate,
        contract.PrescriptionPatch,
    ],
):
    """The prescription, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Prescription",
        title="prescription",
        model=Prescription,
        fields={
            "id": ("id",),
            "visit": ("visit_id",),
            "medication": ("medication_id",),
            "dose": ("dose",),
            "times": ("times",),
            "lasts": ("lasts",),
            "refills": ("refills",),
            "reason": ("reason",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PrescriptionCreate,
        read=_read,
        made=_made,
        merged={
            "dose": TypeAdapter(Dose),
        },
    )

    def issue(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionIssueEvent:
        """Move it from draft to issued."""
        move = contract.TRANSITIONS["issue"]
        source, moment = self._move(key, move, None, if_match)
        event = events.PrescriptionIssueEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        self._work.emit(event)
        return event

    def dispense(
        self, key: UUID, fields: PrescriptionDispense, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionDispenseEvent:
        """Move it from issued to dispensed."""
        move = contract.TRANSITIONS["dispense"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.PrescriptionDispenseEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def withdraw(
        self, key: UUID, fields: PrescriptionWithdraw, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionWithdrawEvent:
        """Move it from draft or issued to withdrawn."""
        move = contract.TRANSITIONS["withdraw"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.PrescriptionWithdrawEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event
