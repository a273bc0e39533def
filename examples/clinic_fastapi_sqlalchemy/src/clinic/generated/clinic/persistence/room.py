# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the room is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.room import KEY, QUERYABLE, Room, RoomCreate, RoomPatch
from ..contract.types import RoomKey, RoomKind

if TYPE_CHECKING:
    from .appointment import AppointmentRow
    from .department import DepartmentRow


class RoomRow(Base):
    """A row of clinic_room."""

    __tablename__ = "clinic_room"
    __table_args__ = (
        sa.PrimaryKeyConstraint("department_code", "number"),
        sa.ForeignKeyConstraint(
            ["department_code"],
            ["clinic_department.code"],
            name="fk_clinic_room_department",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            sa.column("kind").in_(["consulting", "treatment", "imaging", "laboratory"]),
            name="ck_clinic_room_kind",
        ),
    )

    department_code: Mapped[str] = mapped_column(columns.Text(8))
    number: Mapped[int] = mapped_column(sa.SmallInteger())
    kind: Mapped[RoomKind] = mapped_column(
        columns.Choice(RoomKind, 10), server_default="consulting"
    )
    area: Mapped[float | None] = mapped_column(sa.Double())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    department: Mapped["DepartmentRow"] = relationship(
        back_populates="rooms", lazy="raise_on_sql"
    )
    appointments: Mapped[list["AppointmentRow"]] = relationship(
        back_populates="room", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Room:
    return Room(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class RoomRepository(Repository[Room, RoomKey, RoomCreate, RoomPatch]):
    """The room, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Room",
        title="room",
        table=table_of(RoomRow),
        fields={
            "department": ("department_code",),
            "number": ("number",),
            "kind": ("kind",),
            "area": ("area",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=RoomCreate,
        read=_read,
        made=_made,
    )
