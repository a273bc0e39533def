# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the diagnosis is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.diagnosis import (
    KEY,
    QUERYABLE,
    Diagnosis,
    DiagnosisCreate,
    DiagnosisPatch,
)
from ..contract.types import Certainty, DiagnosisKey

if TYPE_CHECKING:
    from .visit import VisitRow


class DiagnosisRow(Base):
    """A row of clinic_diagnosis."""

    __tablename__ = "clinic_diagnosis"
    __table_args__ = (
        sa.PrimaryKeyConstraint("visit_id", "number"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_diagnosis_visit",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            sa.column("certainty").in_(["suspected", "confirmed", "excluded"]),
            name="ck_clinic_diagnosis_certainty",
        ),
        sa.Index("ix_clinic_diagnosis_code", "code", "visit_id", "number"),
    )

    visit_id: Mapped[UUID] = mapped_column(columns.Uuid)
    number: Mapped[int] = mapped_column(sa.SmallInteger())
    code: Mapped[str] = mapped_column(columns.Text(8))
    text: Mapped[str] = mapped_column(columns.Text(200))
    certainty: Mapped[Certainty] = mapped_column(
        columns.Choice(Certainty, 9), server_default="suspected"
    )
    since: Mapped[dt.date | None] = mapped_column(sa.Date())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    visit: Mapped["VisitRow"] = relationship(
        back_populates="diagnoses", lazy="raise_on_sql"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Diagnosis:
    return Diagnosis(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DiagnosisRepository(
    Repository[Diagnosis, DiagnosisKey, DiagnosisCreate, DiagnosisPatch]
):
    """The diagnosis, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Diagnosis",
        title="diagnosis",
        table=table_of(DiagnosisRow),
        fields={
            "visit": ("visit_id",),
            "number": ("number",),
            "code": ("code",),
            "text": ("text",),
            "certainty": ("certainty",),
            "since": ("since",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=DiagnosisCreate,
        read=_read,
        made=_made,
    )
