# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the room is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import room as contract
from ..contract.types import RoomKey, RoomKind


class Room(models.Model):
    """Room."""

    pk = models.CompositePrimaryKey("department_id", "number")
    department = models.ForeignKey(
        "clinic.Department",
        models.CASCADE,
        db_column="department_code",
        db_constraint=False,
        db_index=False,
        related_name="rooms",
    )
    number = models.SmallIntegerField()
    kind = columns.Choice(RoomKind, db_default="consulting")
    area = columns.Double(null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_room"
        verbose_name = "room"
        verbose_name_plural = "rooms"
        ordering = ("department_id", "number")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_room_department",
                columns=("department_code",),
                table="clinic_department",
                targets=("code",),
                on_delete="CASCADE",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["consulting", "treatment", "imaging", "laboratory"]
                ),
                name="ck_clinic_room_kind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Room:
    return contract.Room(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class RoomRepository(
    Repository[contract.Room, RoomKey, contract.RoomCreate, contract.RoomPatch]
):
    """The room, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Room",
        title="room",
        model=Room,
        fields={
            "department": ("department_id",),
            "number": ("number",),
            "kind": ("kind",),
            "area": ("area",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.RoomCreate,
        read=_read,
        made=_made,
    )
