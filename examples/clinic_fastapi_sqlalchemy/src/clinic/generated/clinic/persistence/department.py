# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the department is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.department import (
    KEY,
    QUERYABLE,
    Department,
    DepartmentCreate,
    DepartmentPatch,
)

if TYPE_CHECKING:
    from .practitioner import PractitionerRow
    from .room import RoomRow


class DepartmentRow(Base):
    """A row of clinic_department."""

    __tablename__ = "clinic_department"
    __table_args__ = (
        sa.PrimaryKeyConstraint("code"),
        sa.ForeignKeyConstraint(
            ["part_of_code"],
            ["clinic_department.code"],
            name="fk_clinic_department_part_of",
            ondelete="RESTRICT",
        ),
        sa.Index("ix_clinic_department_part_of", "part_of_code"),
    )

    code: Mapped[str] = mapped_column(columns.Text(8))
    title: Mapped[str] = mapped_column(columns.Text(80))
    part_of_code: Mapped[str | None] = mapped_column(columns.Text(8))
    opens_at: Mapped[dt.time] = mapped_column(columns.TimeOfDay)
    closes_at: Mapped[dt.time] = mapped_column(columns.TimeOfDay)
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    part_of: Mapped["DepartmentRow | None"] = relationship(
        remote_side="DepartmentRow.code", back_populates="parts", lazy="raise_on_sql"
    )
    parts: Mapped[list["DepartmentRow"]] = relationship(
        back_populates="part_of", lazy="raise_on_sql", passive_deletes="all"
    )
    rooms: Mapped[list["RoomRow"]] = relationship(
        back_populates="department", lazy="raise_on_sql", passive_deletes="all"
    )
    practitioners: Mapped[list["PractitionerRow"]] = relationship(
        secondary="clinic_practitioner_departments",
        back_populates="departments",
        lazy="raise_on_sql",
        passive_deletes=True,
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Department:
    return Department(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DepartmentRepository(
    Repository[Department, str, DepartmentCreate, DepartmentPatch]
):
    """The department, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Department",
        title="department",
        table=table_of(DepartmentRow),
        fields={
            "code": ("code",),
            "title": ("title",),
            "part_of": ("part_of_code",),
            "opens_at": ("opens_at",),
            "closes_at": ("closes_at",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=DepartmentCreate,
        read=_read,
        made=_made,
    )
