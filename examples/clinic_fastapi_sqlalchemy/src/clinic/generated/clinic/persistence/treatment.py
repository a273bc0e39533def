# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the treatment is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...contract import values
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.treatment import (
    KEY,
    QUERYABLE,
    Treatment,
    TreatmentCreate,
    TreatmentPatch,
)
from ..contract.types import RoomKind, Specialty

if TYPE_CHECKING:
    from ...billing.persistence.tariff import TariffRow
    from .visit import VisitRow


class TreatmentRow(Base):
    """A row of clinic_treatment."""

    __tablename__ = "clinic_treatment"
    __table_args__ = (
        sa.PrimaryKeyConstraint("code"),
        sa.CheckConstraint(
            sa.column("needs").in_(
                ["consulting", "treatment", "imaging", "laboratory"]
            ),
            name="ck_clinic_treatment_needs",
        ),
    )

    code: Mapped[str] = mapped_column(columns.Text(12))
    title: Mapped[str] = mapped_column(columns.Text(120))
    takes: Mapped[dt.timedelta] = mapped_column(columns.Span())
    done_by: Mapped[list[Specialty]] = mapped_column(
        columns.Packed(list[Annotated[Specialty, values.Choice(Specialty)]])
    )
    needs: Mapped[RoomKind] = mapped_column(
        columns.Choice(RoomKind, 10), server_default="consulting"
    )
    preparation: Mapped[str | None] = mapped_column(columns.Text())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    prerequisites: Mapped[list["TreatmentRow"]] = relationship(
        secondary="clinic_treatment_prerequisites",
        primaryjoin="TreatmentRow.code == clinic_treatment_prerequisites.c.owner_code",
        secondaryjoin="TreatmentRow.code == clinic_treatment_prerequisites.c.target_code",
        back_populates="required_for",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    tariffs: Mapped[list["TariffRow"]] = relationship(
        back_populates="treatment", lazy="raise_on_sql", passive_deletes="all"
    )
    required_for: Mapped[list["TreatmentRow"]] = relationship(
        secondary="clinic_treatment_prerequisites",
        primaryjoin="TreatmentRow.code == clinic_treatment_prerequisites.c.target_code",
        secondaryjoin="TreatmentRow.code == clinic_treatment_prerequisites.c.owner_code",
        back_populates="prerequisites",
        lazy="raise_on_sql",
        passive_deletes=True,
    )
    visits: Mapped[list["VisitRow"]] = relationship(
        secondary="clinic_visit_treatments",
        back_populates="treatments",
        lazy="raise_on_sql",
        passive_deletes=True,
    )


PREREQUISITES_LINK = sa.Table(
    "clinic_treatment_prerequisites",
    Base.metadata,
    sa.Column("owner_code", columns.Text(12), nullable=False),
    sa.Column("target_code", columns.Text(12), nullable=False),
    sa.PrimaryKeyConstraint("owner_code", "target_code"),
    sa.ForeignKeyConstraint(
        ["owner_code"],
        ["clinic_treatment.code"],
        name="fk_clinic_treatment_prerequisites_owner",
        ondelete="CASCADE",
    ),
    sa.ForeignKeyConstraint(
        ["target_code"],
        ["clinic_treatment.code"],
        name="fk_clinic_treatment_prerequisites_target",
        ondelete="RESTRICT",
    ),
    sa.Index("ix_clinic_treatment_prerequisites_target", "target_code"),
)


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Treatment:
    parts = [*row[0:6], links[0], *row[6:]]
    return Treatment(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class TreatmentRepository(Repository[Treatment, str, TreatmentCreate, TreatmentPatch]):
    """The treatment, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Treatment",
        title="treatment",
        table=table_of(TreatmentRow),
        fields={
            "code": ("code",),
            "title": ("title",),
            "takes": ("takes",),
            "done_by": ("done_by",),
            "needs": ("needs",),
            "preparation": ("preparation",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=TreatmentCreate,
        read=_read,
        made=_made,
        links={
            "prerequisites": Link(
                PREREQUISITES_LINK,
                (PREREQUISITES_LINK.c.owner_code,),
                (PREREQUISITES_LINK.c.target_code,),
            ),
        },
    )
