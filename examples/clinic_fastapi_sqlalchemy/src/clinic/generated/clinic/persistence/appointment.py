# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the appointment is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...contract import values
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract import events
from ..contract.appointment import (
    KEY,
    QUERYABLE,
    TRANSITIONS,
    Appointment,
    AppointmentArrive,
    AppointmentCancel,
    AppointmentConfirm,
    AppointmentCreate,
    AppointmentPatch,
    AppointmentState,
)
from ..contract.types import Channel, RoomKey, Urgency

if TYPE_CHECKING:
    from .patient import PatientRow
    from .practitioner import PractitionerRow
    from .room import RoomRow
    from .treatment import TreatmentRow
    from .visit import VisitRow


class AppointmentRow(Base):
    """A row of clinic_appointment."""

    __tablename__ = "clinic_appointment"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["clinic_patient.id"],
            name="fk_clinic_appointment_patient",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_appointment_practitioner",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["room_department_code", "room_number"],
            ["clinic_room.department_code", "clinic_room.number"],
            name="fk_clinic_appointment_room",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_clinic_appointment_treatment",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint(
            "practitioner_id",
            "starts_at",
            name="uq_clinic_appointment_practitioner_starts_at",
        ),
        sa.UniqueConstraint(
            "patient_id", "starts_at", name="uq_clinic_appointment_patient_starts_at"
        ),
        sa.CheckConstraint(
            sa.column("urgency").in_(["routine", "urgent", "stat"]),
            name="ck_clinic_appointment_urgency",
        ),
        sa.CheckConstraint(
            sa.column("channel").in_(["desk", "phone", "web", "referral"]),
            name="ck_clinic_appointment_channel",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(
                ["requested", "confirmed", "waiting", "done", "cancelled", "missed"]
            ),
            name="ck_clinic_appointment_state",
        ),
        sa.Index("ix_clinic_appointment_room", "room_department_code", "room_number"),
        sa.Index("ix_clinic_appointment_treatment", "treatment_code"),
        sa.Index("ix_clinic_appointment_starts_at", "starts_at", "id"),
        sa.Index("ix_clinic_appointment_state", "state", "id"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    patient_id: Mapped[UUID] = mapped_column(columns.Uuid)
    practitioner_id: Mapped[UUID] = mapped_column(columns.Uuid)
    room_department_code: Mapped[str | None] = mapped_column(columns.Text(8))
    room_number: Mapped[int | None] = mapped_column(sa.SmallInteger())
    treatment_code: Mapped[str] = mapped_column(columns.Text(12))
    starts_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    takes: Mapped[dt.timedelta] = mapped_column(columns.Span())
    urgency: Mapped[Urgency] = mapped_column(
        columns.Choice(Urgency, 7), server_default="routine"
    )
    channel: Mapped[Channel] = mapped_column(
        columns.Choice(Channel, 8), server_default="desk"
    )
    complaint: Mapped[str | None] = mapped_column(columns.Text(500))
    reminders: Mapped[list[dt.datetime]] = mapped_column(
        columns.Packed(list[Annotated[dt.datetime, values.Instant()]])
    )
    arrived_at: Mapped[dt.datetime | None] = mapped_column(columns.Instant())
    state: Mapped[AppointmentState] = mapped_column(columns.Choice(AppointmentState, 9))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    patient: Mapped["PatientRow"] = relationship(
        back_populates="appointments", lazy="raise_on_sql"
    )
    practitioner: Mapped["PractitionerRow"] = relationship(
        back_populates="appointments", lazy="raise_on_sql"
    )
    room: Mapped["RoomRow | None"] = relationship(
        back_populates="appointments", lazy="raise_on_sql"
    )
    treatment: Mapped["TreatmentRow"] = relationship(lazy="raise_on_sql")
    visit: Mapped["VisitRow | None"] = relationship(
        back_populates="appointment",
        lazy="raise_on_sql",
        passive_deletes="all",
        uselist=False,
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Appointment:
    parts = [*row[0:3], maybe(RoomKey, row[3:5]), *row[5:]]
    return Appointment(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "arrived_at": None,
        "state": AppointmentState.REQUESTED,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class AppointmentRepository(
    Repository[Appointment, UUID, AppointmentCreate, AppointmentPatch]
):
    """The appointment, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Appointment",
        title="appointment",
        table=table_of(AppointmentRow),
        fields={
            "id": ("id",),
            "patient": ("patient_id",),
            "practitioner": ("practitioner_id",),
            "room": ("room_department_code", "room_number"),
            "treatment": ("treatment_code",),
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
        queryable=QUERYABLE,
        shape=AppointmentCreate,
        read=_read,
        made=_made,
    )

    async def confirm(
        self, key: UUID, fields: AppointmentConfirm, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentConfirmEvent:
        """Move it from requested to confirmed."""
        move = TRANSITIONS["confirm"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.AppointmentConfirmEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def arrive(
        self, key: UUID, fields: AppointmentArrive, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentArriveEvent:
        """Move it from confirmed to waiting."""
        move = TRANSITIONS["arrive"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.AppointmentArriveEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def finish(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentFinishEvent:
        """Move it from waiting to done."""
        move = TRANSITIONS["finish"]
        source, moment = await self._move(key, move, None, if_match)
        event = events.AppointmentFinishEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        await self._work.emit(event)
        return event

    async def cancel(
        self,
        key: UUID,
        fields: AppointmentCancel | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.AppointmentCancelEvent:
        """Move it from requested or confirmed to cancelled."""
        move = TRANSITIONS["cancel"]
        given = fields or AppointmentCancel()
        source, moment = await self._move(key, move, given, if_match)
        event = events.AppointmentCancelEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def miss(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentMissEvent:
        """Move it from confirmed to missed."""
        move = TRANSITIONS["miss"]
        source, moment = await self._move(key, move, None, if_match)
        event = events.AppointmentMissEvent(
            appointment=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        await self._work.emit(event)
        return event
