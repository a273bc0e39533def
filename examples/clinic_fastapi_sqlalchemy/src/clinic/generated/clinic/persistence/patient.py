# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the patient is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.patient import KEY, QUERYABLE, Patient, PatientCreate, PatientPatch
from ..contract.types import Contact, PersonName, Sex

if TYPE_CHECKING:
    from ...billing.persistence.policy import PolicyRow
    from .appointment import AppointmentRow
    from .practitioner import PractitionerRow


class PatientRow(Base):
    """A row of clinic_patient."""

    __tablename__ = "clinic_patient"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["guardian_id"],
            ["clinic_patient.id"],
            name="fk_clinic_patient_guardian",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_patient_practitioner",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("record_number", name="uq_clinic_patient_record_number"),
        sa.CheckConstraint(
            sa.column("sex").in_(["female", "male", "other", "unknown"]),
            name="ck_clinic_patient_sex",
        ),
        sa.Index("ix_clinic_patient_family_name", "family_name", "id"),
        sa.Index("ix_clinic_patient_guardian", "guardian_id"),
        sa.Index("ix_clinic_patient_practitioner", "practitioner_id"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    record_number: Mapped[str] = mapped_column(columns.Text(9))
    name: Mapped[PersonName] = mapped_column(columns.Packed(PersonName))
    family_name: Mapped[str] = mapped_column(columns.Text(80))
    born_on: Mapped[dt.date] = mapped_column(sa.Date())
    sex: Mapped[Sex] = mapped_column(columns.Choice(Sex, 7), server_default="unknown")
    contact: Mapped[Contact] = mapped_column(columns.Packed(Contact))
    languages: Mapped[list[str]] = mapped_column(columns.Items())
    allergies: Mapped[list[str]] = mapped_column(columns.Items())
    guardian_id: Mapped[UUID | None] = mapped_column(columns.Uuid)
    practitioner_id: Mapped[UUID | None] = mapped_column(columns.Uuid)
    insurance_number: Mapped[str | None] = mapped_column(columns.Text(20))
    note: Mapped[str | None] = mapped_column(columns.Text())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    guardian: Mapped["PatientRow | None"] = relationship(
        remote_side="PatientRow.id", back_populates="wards", lazy="raise_on_sql"
    )
    practitioner: Mapped["PractitionerRow | None"] = relationship(
        back_populates="patients", lazy="raise_on_sql"
    )
    policies: Mapped[list["PolicyRow"]] = relationship(
        back_populates="patient", lazy="raise_on_sql", passive_deletes="all"
    )
    wards: Mapped[list["PatientRow"]] = relationship(
        back_populates="guardian", lazy="raise_on_sql", passive_deletes="all"
    )
    appointments: Mapped[list["AppointmentRow"]] = relationship(
        back_populates="patient", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Patient:
    return Patient(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PatientRepository(Repository[Patient, UUID, PatientCreate, PatientPatch]):
    """The patient, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Patient",
        title="patient",
        table=table_of(PatientRow),
        fields={
            "id": ("id",),
            "record_number": ("record_number",),
            "name": ("name",),
            "family_name": ("family_name",),
            "born_on": ("born_on",),
            "sex": ("sex",),
            "contact": ("contact",),
            "languages": ("languages",),
            "allergies": ("allergies",),
            "guardian": ("guardian_id",),
            "practitioner": ("practitioner_id",),
            "insurance_number": ("insurance_number",),
            "note": ("note",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=PatientCreate,
        read=_read,
        made=_made,
        merged={
            "name": TypeAdapter(PersonName),
            "contact": TypeAdapter(Contact),
        },
    )
