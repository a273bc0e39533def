# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the lab result is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...contract import values
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.lab_result import (
    KEY,
    QUERYABLE,
    LabResult,
    LabResultCreate,
    LabResultPatch,
)
from ..contract.types import LabResultKey

if TYPE_CHECKING:
    from .visit import VisitRow


class LabResultRow(Base):
    """A row of clinic_lab_result."""

    __tablename__ = "clinic_lab_result"
    __table_args__ = (
        sa.PrimaryKeyConstraint("visit_id", "analyte", "taken_at"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_lab_result_visit",
            ondelete="CASCADE",
        ),
    )

    visit_id: Mapped[UUID] = mapped_column(columns.Uuid)
    analyte: Mapped[str] = mapped_column(columns.Text(20))
    taken_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    value: Mapped[float] = mapped_column(sa.Double())
    unit: Mapped[str] = mapped_column(columns.Text(20))
    reference: Mapped[list[float] | None] = mapped_column(
        columns.Packed(list[Annotated[float, values.Real()]])
    )
    device: Mapped[Any] = mapped_column(columns.Json())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())

    visit: Mapped["VisitRow"] = relationship(
        back_populates="lab_results", lazy="raise_on_sql"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> LabResult:
    return LabResult(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
    }


class LabResultRepository(
    Repository[LabResult, LabResultKey, LabResultCreate, LabResultPatch]
):
    """The lab result, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.LabResult",
        title="lab result",
        table=table_of(LabResultRow),
        fields={
            "visit": ("visit_id",),
            "analyte": ("analyte",),
            "taken_at": ("taken_at",),
            "value": ("value",),
            "unit": ("unit",),
            "reference": ("reference",),
            "device": ("device",),
            "row_version": ("row_version",),
        },
        queryable=QUERYABLE,
        shape=LabResultCreate,
        read=_read,
        made=_made,
        merged={
            "device": TypeAdapter(Annotated[Any, values.Anything()]),
        },
    )
