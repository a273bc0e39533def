# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the appointment is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.db import models

from ...contract import identifiers, values
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import appointment as contract
from ..contract import events
from ..contract.appointment import (
    AppointmentArrive,
    AppointmentCancel,
    AppointmentConfirm,
)
from ..contract.types import Channel, RoomKey, Urgency


class Appointment(models.Model):
    """A patient, a practitioner and a room at one time."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    patient = models.ForeignKey(
        "clinic.Patient",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="appointments",
    )
    practitioner = models.ForeignKey(
        "clinic.Practitioner",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="appointments",
    )
    room = models.ForeignObject(
        "clinic.Room",
        models.DO_NOTHING,
        from_fields=("room_department_code", "room_number"),
        to_fields=("department_id", "number"),
        related_name="appointments",
        null=True,
        blank=True,
    )
    room_department_code = columns.String(max_length=8, null=True, blank=True)
    room_number = models.SmallIntegerField(null=True, blank=True)
    treatment = models.ForeignKey(
        "clinic.Treatment",
        models.RESTRICT,
        db_column="treatment_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    starts_at = columns.Instant()
    takes = columns.Span()
    urgency = columns.Choice(Urgency, db_default="routine")
    channel = columns.Choice(Channel, db_default="desk")
    complaint = columns.String(max_length=500, null=True, blank=True)
    reminders = columns.Packed(
        list[Annotated[dt.datetime, values.Instant()]], default=list
    )
    arrived_at = columns.Instant(null=True, blank=True)
    state = columns.Choice(contract.AppointmentState, default="requested")
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_appointment"
        verbose_name = "appointment"
        verbose_name_plural = "appointments"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_appointment_patient",
                columns=("patient_id",),
                table="clinic_patient",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_appointment_practitioner",
                columns=("practitioner_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_appointment_room",
                columns=("room_department_code", "room_number"),
                table="clinic_room",
                targets=("department_code", "number"),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_appointment_treatment",
                columns=("treatment_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="RESTRICT",
            ),
            models.UniqueConstraint(
                fields=("practitioner", "starts_at"),
                name="uq_clinic_appointment_practitioner_starts_at",
            ),
            models.UniqueConstraint(
                fields=("patient", "starts_at"),
                name="uq_clinic_appointment_patient_starts_at",
            ),
            models.CheckConstraint(
                condition=models.Q(urgency__in=["routine", "urgent", "stat"]),
                name="ck_clinic_appointment_urgency",
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=["desk", "phone", "web", "referral"]),
                name="ck_clinic_appointment_channel",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        "requested",
                        "confirmed",
                        "waiting",
                        "done",
                        "cancelled",
                        "missed",
                    ],
                ),
                name="ck_clinic_appointment_state",
            ),
        )
        indexes = (
            columns.Index(
                fields=("room_department_code", "room_number"),
                name="ix_clinic_appointment_room",
            ),
            columns.Index(
                fields=("treatment",), name="ix_clinic_appointment_treatment"
            ),
            columns.Index(
                fields=("starts_at", "id"), name="ix_clinic_appointment_starts_at"
            ),
            columns.Index(fields=("state", "id"), name="ix_clinic_appointment_state"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Appointment:
    parts = [*row[0:3], maybe(RoomKey, row[3:5]), *row[5:]]
    return contract.Appointment(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "arrived_at": None,
        "state": contract.AppointmentState.REQUESTED,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class AppointmentRepository(
    Repository[
        contract.Appointment,
        UUID,
        contract.AppointmentCreate,
        contract.AppointmentPatch,
    ],
):
    """The appointment, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Appointment",
        title="appointment",
        model=Appointment,
        fields={
            "id": ("id",),
            "patient": ("patient_id",),
            "practitioner": ("practitioner_id",),
            "room": ("room_department_code", "room_number"),
            "treatment": ("treatment_id",),
            "starts_at": ("starts_at",),
            "takes": ("takes",),
            "urgency": ("urgency",),
            "channel": ("channel",),
            "complaint": ("complaint",),
            "reminders": ("reminders",),
            "arrived_at": ("arrived_at",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.AppointmentCreate,
        read=_read,
        made=_made,
    )

    def confirm(
        self, key: UUID, fields: AppointmentConfirm, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentConfirmEvent:
        """Move it from requested to confirmed."""
        move = contract.TRANSITIONS["confirm"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.AppointmentConfirmEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def arrive(
        self, key: UUID, fields: AppointmentArrive, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentArriveEvent:
        """Move it from confirmed to waiting."""
        move = contract.TRANSITIONS["arrive"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.AppointmentArriveEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def finish(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentFinishEvent:
        """Move it from waiting to done."""
        move = contract.TRANSITIONS["finish"]
        source, moment = self._move(key, move, None, if_match)
        event = events.AppointmentFinishEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        self._work.emit(event)
        return event

    def cancel(
        self,
        key: UUID,
        fields: AppointmentCancel | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.AppointmentCancelEvent:
        """Move it from requested or confirmed to cancelled."""
        move = contract.TRANSITIONS["cancel"]
        given = fields or AppointmentCancel()
        source, moment = self._move(key, move, given, if_match)
        event = events.AppointmentCancelEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def miss(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentMissEvent:
        """Move it from confirmed to missed."""
        move = contract.TRANSITIONS["miss"]
        source, moment = self._move(key, move, None, if_match)
        event = events.AppointmentMissEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        self._work.emit(event)
        return event
