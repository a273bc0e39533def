# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the practitioner is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...contract import values
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.practitioner import (
    KEY,
    QUERYABLE,
    Practitioner,
    PractitionerCreate,
    PractitionerPatch,
)
from ..contract.types import Contact, PersonName, Specialty

if TYPE_CHECKING:
    from .appointment import AppointmentRow
    from .department import DepartmentRow
    from .duty import DutyRow
    from .patient import PatientRow


class PractitionerRow(Base):
    """A row of clinic_practitioner."""

    __tablename__ = "clinic_practitioner"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["supervisor_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_practitioner_supervisor",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("licence", name="uq_clinic_practitioner_licence"),
        sa.Index("ix_clinic_practitioner_supervisor", "supervisor_id"),
    )

    id: Mapped[UUID] = mapped_column(columns.Uuid)
    licence: Mapped[str] = mapped_column(columns.Text(20))
    name: Mapped[PersonName] = mapped_column(columns.Packed(PersonName))
    family_name: Mapped[str] = mapped_column(columns.Text(80))
    specialties: Mapped[list[Specialty]] = mapped_column(
        columns.Packed(list[Annotated[Specialty, values.Choice(Specialty)]])
    )
    supervisor_id: Mapped[UUID | None] = mapped_column(columns.Uuid)
    contact: Mapped[Contact | None] = mapped_column(columns.Packed(Contact))
    signature: Mapped[bytes | None] = mapped_column(columns.Blob(65536))
    active: Mapped[bool] = mapped_column(sa.Boolean(), server_default=sa.true())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    departments: Mapped[list["DepartmentRow"]] = relationship(
        secondary="clinic_practitioner_departments",
        back_populates="practitioners",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    supervisor: Mapped["PractitionerRow | None"] = relationship(
        remote_side="PractitionerRow.id", back_populates="trainees", lazy="raise_on_sql"
    )
    trainees: Mapped[list["PractitionerRow"]] = relationship(
        back_populates="supervisor", lazy="raise_on_sql", passive_deletes="all"
    )
    duties: Mapped[list["DutyRow"]] = relationship(
        back_populates="practitioner", lazy="raise_on_sql", passive_deletes="all"
    )
    patients: Mapped[list["PatientRow"]] = relationship(
        back_populates="practitioner", lazy="raise_on_sql", passive_deletes="all"
    )
    appointments: Mapped[list["AppointmentRow"]] = relationship(
        back_populates="practitioner", lazy="raise_on_sql", passive_deletes="all"
    )


DEPARTMENTS_LINK = sa.Table(
    "clinic_practitioner_departments",
    Base.metadata,
    sa.Column("owner_id", columns.Uuid, nullable=False),
    sa.Column("target_code", columns.Text(8), nullable=False),
    sa.PrimaryKeyConstraint("owner_id", "target_code"),
    sa.ForeignKeyConstraint(
        ["owner_id"],
        ["clinic_practitioner.id"],
        name="fk_clinic_practitioner_departments_owner",
        ondelete="CASCADE",
    ),
    sa.ForeignKeyConstraint(
        ["target_code"],
        ["clinic_department.code"],
        name="fk_clinic_practitioner_departments_target",
        ondelete="RESTRICT",
    ),
    sa.Index("ix_clinic_practitioner_departments_target", "target_code"),
)


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Practitioner:
    parts = [*row[0:5], links[0], *row[5:]]
    return Practitioner(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PractitionerRepository(
    Repository[Practitioner, UUID, PractitionerCreate, PractitionerPatch]
):
    """The practitioner, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Practitioner",
        title="practitioner",
        table=table_of(PractitionerRow),
        fields={
            "id": ("id",),
            "licence": ("licence",),
            "name": ("name",),
            "family_name": ("family_name",),
            "specialties": ("specialties",),
            "supervisor": ("supervisor_id",),
            "contact": ("contact",),
            "signature": ("signature",),
            "active": ("active",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=PractitionerCreate,
        read=_read,
        made=_made,
        links={
            "departments": Link(
                DEPARTMENTS_LINK,
                (DEPARTMENTS_LINK.c.owner_id,),
                (DEPARTMENTS_LINK.c.target_code,),
            ),
        },
        merged={
            "name": TypeAdapter(PersonName),
            "contact": TypeAdapter(Contact),
        },
    )
