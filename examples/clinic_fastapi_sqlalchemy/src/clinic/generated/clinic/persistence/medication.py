# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the medication is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.medication import (
    KEY,
    QUERYABLE,
    Medication,
    MedicationCreate,
    MedicationPatch,
)
from ..contract.types import Dose

if TYPE_CHECKING:
    from .prescription import PrescriptionRow


class MedicationRow(Base):
    """A row of clinic_medication."""

    __tablename__ = "clinic_medication"
    __table_args__ = (sa.PrimaryKeyConstraint("atc"),)

    atc: Mapped[str] = mapped_column(columns.Text(7))
    name: Mapped[str] = mapped_column(columns.Text(120))
    highest_daily: Mapped[Dose | None] = mapped_column(columns.Packed(Dose))
    half_life: Mapped[dt.timedelta | None] = mapped_column(columns.Span())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    interacts_with: Mapped[list["MedicationRow"]] = relationship(
        secondary="clinic_medication_interacts_with",
        primaryjoin="MedicationRow.atc == clinic_medication_interacts_with.c.owner_atc",
        secondaryjoin="MedicationRow.atc == clinic_medication_interacts_with.c.target_atc",
        back_populates="interacting",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    interacting: Mapped[list["MedicationRow"]] = relationship(
        secondary="clinic_medication_interacts_with",
        primaryjoin="MedicationRow.atc == clinic_medication_interacts_with.c.target_atc",
        secondaryjoin="MedicationRow.atc == clinic_medication_interacts_with.c.owner_atc",
        back_populates="interacts_with",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    prescriptions: Mapped[list["PrescriptionRow"]] = relationship(
        back_populates="medication", lazy="raise_on_sql", passive_deletes="all"
    )


INTERACTS_WITH_LINK = sa.Table(
    "clinic_medication_interacts_with",
    Base.metadata,
    sa.Column("owner_atc", columns.Text(7), nullable=False),
    sa.Column("target_atc", columns.Text(7), nullable=False),
    sa.PrimaryKeyConstraint("owner_atc", "target_atc"),
    sa.ForeignKeyConstraint(
        ["owner_atc"],
        ["clinic_medication.atc"],
        name="fk_clinic_medication_interacts_with_owner",
        ondelete="CASCADE",
    ),
    sa.ForeignKeyConstraint(
        ["target_atc"],
        ["clinic_medication.atc"],
        name="fk_clinic_medication_interacts_with_target",
        ondelete="RESTRICT",
    ),
    sa.Index("ix_clinic_medication_interacts_with_target", "target_atc"),
)


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Medication:
    parts = [*row[0:2], links[0], *row[2:]]
    return Medication(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class MedicationRepository(
    Repository[Medication, str, MedicationCreate, MedicationPatch]
):
    """The medication, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Medication",
        title="medication",
        table=table_of(MedicationRow),
        fields={
            "atc": ("atc",),
            "name": ("name",),
            "highest_daily": ("highest_daily",),
            "half_life": ("half_life",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=MedicationCreate,
        read=_read,
        made=_made,
        links={
            "interacts_with": Link(
                INTERACTS_WITH_LINK,
                (INTERACTS_WITH_LINK.c.owner_atc,),
                (INTERACTS_WITH_LINK.c.target_atc,),
            ),
        },
        merged={
            "highest_daily": TypeAdapter(Dose),
        },
    )
