# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the duty is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.duty import KEY, QUERYABLE, Duty, DutyCreate, DutyPatch
from ..contract.types import DutyKey, RoomKey, Weekday

if TYPE_CHECKING:
    from .practitioner import PractitionerRow
    from .room import RoomRow


class DutyRow(Base):
    """A row of clinic_duty."""

    __tablename__ = "clinic_duty"
    __table_args__ = (
        sa.PrimaryKeyConstraint("practitioner_id", "weekday", "from"),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_duty_practitioner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["room_department_code", "room_number"],
            ["clinic_room.department_code", "clinic_room.number"],
            name="fk_clinic_duty_room",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint(
            sa.column("weekday").in_(
                [
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                ],
            ),
            name="ck_clinic_duty_weekday",
        ),
        sa.Index("ix_clinic_duty_room", "room_department_code", "room_number"),
    )

    practitioner_id: Mapped[UUID] = mapped_column(columns.Uuid)
    weekday: Mapped[Weekday] = mapped_column(columns.Choice(Weekday, 9))
    from_: Mapped[dt.time] = mapped_column("from", columns.TimeOfDay)
    to: Mapped[dt.time] = mapped_column(columns.TimeOfDay)
    slot: Mapped[dt.timedelta] = mapped_column(columns.Span())
    room_department_code: Mapped[str | None] = mapped_column(columns.Text(8))
    room_number: Mapped[int | None] = mapped_column(sa.SmallInteger())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    practitioner: Mapped["PractitionerRow"] = relationship(
        back_populates="duties", lazy="raise_on_sql"
    )
    room: Mapped["RoomRow | None"] = relationship(lazy="raise_on_sql")


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Duty:
    parts = [*row[0:5], maybe(RoomKey, row[5:7]), *row[7:]]
    return Duty(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DutyRepository(Repository[Duty, DutyKey, DutyCreate, DutyPatch]):
    """The duty, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Duty",
        title="duty",
        table=table_of(DutyRow),
        fields={
            "practitioner": ("practitioner_id",),
            "weekday": ("weekday",),
            "from": ("from",),
            "to": ("to",),
            "slot": ("slot",),
            "room": ("room_department_code", "room_number"),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=DutyCreate,
        read=_read,
        made=_made,
        attributes={
            "from_": "from",
        },
    )
