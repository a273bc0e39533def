# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the visit is kept."""

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
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract import events
from ..contract.types import Vitals
from ..contract.visit import (
    KEY,
    QUERYABLE,
    TRANSITIONS,
    Visit,
    VisitAmend,
    VisitCreate,
    VisitPatch,
    VisitSign,
    VisitState,
)

if TYPE_CHECKING:
    from ...billing.persistence.invoice import InvoiceRow
    from .appointment import AppointmentRow
    from .diagnosis import DiagnosisRow
    from .lab_result import LabResultRow
    from .practitioner import PractitionerRow
    from .prescription import PrescriptionRow
    from .treatment import TreatmentRow


class VisitRow(Base):
    """A row of clinic_visit."""

    __tablename__ = "clinic_visit"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["clinic_appointment.id"],
            name="fk_clinic_visit_appointment",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_visit_signed_by",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("appointment_id", name="uq_clinic_visit_appointment"),
        sa.CheckConstraint(
            sa.column("state").in_(["open", "signed", "amended"]),
            name="ck_clinic_visit_state",
        ),
        sa.Index("ix_clinic_visit_signed_by", "signed_by_id"),
        sa.Index("ix_clinic_visit_state", "state", "id"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    appointment_id: Mapped[UUID] = mapped_column(columns.Uuid)
    vitals: Mapped[Vitals | None] = mapped_column(columns.Packed(Vitals))
    history: Mapped[str | None] = mapped_column(columns.Text())
    findings: Mapped[Any | None] = mapped_column(columns.Json())
    spirometry: Mapped[list[list[float]] | None] = mapped_column(
        columns.Packed(list[list[Annotated[float, values.Real()]]])
    )
    signed_by_id: Mapped[UUID | None] = mapped_column(columns.Uuid)
    signed_at: Mapped[dt.datetime | None] = mapped_column(columns.Instant())
    amendment: Mapped[str | None] = mapped_column(columns.Text(500))
    state: Mapped[VisitState] = mapped_column(columns.Choice(VisitState, 7))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    appointment: Mapped["AppointmentRow"] = relationship(
        back_populates="visit", lazy="raise_on_sql"
    )
    treatments: Mapped[list["TreatmentRow"]] = relationship(
        secondary="clinic_visit_treatments",
        back_populates="visits",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    signed_by: Mapped["PractitionerRow | None"] = relationship(lazy="raise_on_sql")
    invoice: Mapped["InvoiceRow | None"] = relationship(
        back_populates="visit",
        lazy="raise_on_sql",
        passive_deletes="all",
        uselist=False,
    )
    diagnoses: Mapped[list["DiagnosisRow"]] = relationship(
        back_populates="visit", lazy="raise_on_sql", passive_deletes="all"
    )
    prescriptions: Mapped[list["PrescriptionRow"]] = relationship(
        back_populates="visit", lazy="raise_on_sql", passive_deletes="all"
    )
    lab_results: Mapped[list["LabResultRow"]] = relationship(
        back_populates="visit", lazy="raise_on_sql", passive_deletes="all"
    )


TREATMENTS_LINK = sa.Table(
    "clinic_visit_treatments",
    Base.metadata,
    sa.Column("owner_id", columns.Uuid, nullable=False),
    sa.Column("target_code", columns.Text(12), nullable=False),
    sa.PrimaryKeyConstraint("owner_id", "target_code"),
    sa.ForeignKeyConstraint(
        ["owner_id"],
        ["clinic_visit.id"],
        name="fk_clinic_visit_treatments_owner",
        ondelete="CASCADE",
    ),
    sa.ForeignKeyConstraint(
        ["target_code"],
        ["clinic_treatment.code"],
        name="fk_clinic_visit_treatments_target",
        ondelete="RESTRICT",
    ),
    sa.Index("ix_clinic_visit_treatments_target", "target_code"),
)


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Visit:
    parts = [*row[0:5], links[0], *row[5:]]
    return Visit(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "signed_by": None,
        "signed_at": None,
        "amendment": None,
        "state": VisitState.OPEN,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class VisitRepository(Repository[Visit, UUID, VisitCreate, VisitPatch]):
    """The visit, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Visit",
        title="visit",
        table=table_of(VisitRow),
        fields={
            "id": ("id",),
            "appointment": ("appointment_id",),
            "vitals": ("vitals",),
            "history": ("history",),
            "findings": ("findings",),
            "spirometry": ("spirometry",),
            "signed_by": ("signed_by_id",),
            "signed_at": ("signed_at",),
            "amendment": ("amendment",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=VisitCreate,
        read=_read,
        made=_made,
        links={
            "treatments": Link(
                TREATMENTS_LINK,
                (TREATMENTS_LINK.c.owner_id,),
                (TREATMENTS_LINK.c.target_code,),
            ),
        },
        merged={
            "vitals": TypeAdapter(Vitals),
            "findings": TypeAdapter(Annotated[Any, values.Anything()]),
        },
    )

    async def sign(
        self, key: UUID, fields: VisitSign, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitSignEvent:
        """Move it from open to signed."""
        move = TRANSITIONS["sign"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.VisitSignEvent(
            visit=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event

    async def amend(
        self, key: UUID, fields: VisitAmend, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitAmendEvent:
        """Move it from signed to amended."""
        move = TRANSITIONS["amend"]
        given = fields
        source, moment = await self._move(key, move, given, if_match)
        event = events.VisitAmendEvent(
            visit=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        await self._work.emit(event)
        return event
