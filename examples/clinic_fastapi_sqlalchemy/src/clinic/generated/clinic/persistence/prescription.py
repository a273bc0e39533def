# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the prescription is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...contract import values
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract import events
from ..contract.prescription import (
    KEY,
    QUERYABLE,
    TRANSITIONS,
    Prescription,
    PrescriptionCreate,
    PrescriptionDispense,
    PrescriptionPatch,
    PrescriptionState,
    PrescriptionWithdraw,
)
from ..contract.types import Dose

if TYPE_CHECKING:
    from .medication import MedicationRow
    from .visit import VisitRow


class PrescriptionRow(Base):
    """A row of clinic_prescription."""

    __tablename__ = "clinic_prescription"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_prescription_visit",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["medication_atc"],
            ["clinic_medication.atc"],
            name="fk_clinic_prescription_medication",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(["draft", "issued", "dispensed", "withdrawn"]),
            name="ck_clinic_prescription_state",
        ),
        sa.Index("ix_clinic_prescription_visit", "visit_id"),
        sa.Index("ix_clinic_prescription_medication", "medication_atc"),
        sa.Index("ix_clinic_prescription_state", "state", "id"),
        sa.Index(
            "ix_clinic_prescription_medication_visit", "medication_atc", "visit_id"
        ),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    visit_id: Mapped[UUID] = mapped_column(columns.Uuid)
    medication_atc: Mapped[str] = mapped_column(columns.Text(7))
    dose: Mapped[Dose] = mapped_column(columns.Packed(Dose))
    times: Mapped[list[dt.time]] = mapped_column(
        columns.Packed(list[Annotated[dt.time, values.TimeOfDay()]])
    )
    lasts: Mapped[dt.timedelta] = mapped_column(columns.Span())
    refills: Mapped[int] = mapped_column(sa.SmallInteger(), server_default=sa.text("0"))
    reason: Mapped[str | None] = mapped_column(columns.Text(200))
    state: Mapped[PrescriptionState] = mapped_column(
        columns.Choice(PrescriptionState, 9)
    )
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    visit: Mapped["VisitRow"] = relationship(
        back_populates="prescriptions", lazy="raise_on_sql"
    )
    medication: Mapped["MedicationRow"] = relationship(
        back_populates="prescriptions", lazy="raise_on_sql"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Prescription:
    return Prescription(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "state": PrescriptionState.DRAFT,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PrescriptionRepository(
    Repository[Prescription, UUID, PrescriptionCreate, PrescriptionPatch]
):
    """The prescription, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Prescription",
        title="prescription",
        table=table_of(PrescriptionRow),
        fields={
            "id": ("id",),
            "visit": ("visit_id",),
            "medication": ("medication_atc",),
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
        queryable=QUERYABLE,
        shape=PrescriptionCreate,
        read=_read,
        made=_made,
        merged={
            "dose": TypeAdapter(Dose),
        },
    )

    async def issue(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionIssueEvent:
        """Move it from draft to issued."""
        move = TRANSITIONS["issue"]
        source, moment = await self._move(key, move, None, if_match)
        event = events.PrescriptionIssueEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
        )
        await self._work.emit(event)
        return event

    async def dispense(
        self, key: UUID, fields: PrescriptionDispense, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionDispenseEvent:
        """Move it from issued to dispensed."""
        move = TRANSITIONS["dispense"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.PrescriptionDispenseEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def withdraw(
        self, key: UUID, fields: PrescriptionWithdraw, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionWithdrawEvent:
        """Move it from draft or issued to withdrawn."""
        move = TRANSITIONS["withdraw"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.PrescriptionWithdrawEvent(
            prescription=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event
