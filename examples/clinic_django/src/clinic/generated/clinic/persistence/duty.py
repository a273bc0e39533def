# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the duty is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.conditions import maybe
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import duty as contract
from ..contract.types import DutyKey, RoomKey, Weekday


class Duty(models.Model):
    """When a practitioner regularly sees patients."""

    pk = models.CompositePrimaryKey("practitioner_id", "weekday", "from_field")
    practitioner = models.ForeignKey(
        "clinic.Practitioner",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="duties",
    )
    weekday = columns.Choice(Weekday)
    from_field = columns.TimeOfDay(db_column="from")
    to = columns.TimeOfDay()
    slot = columns.Span()
    room = models.ForeignObject(
        "clinic.Room",
        models.DO_NOTHING,
        from_fields=("room_department_code", "room_number"),
        to_fields=("department_id", "number"),
        related_name="+",
        null=True,
        blank=True,
    )
    room_department_code = columns.String(max_length=8, null=True, blank=True)
    room_number = models.SmallIntegerField(null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_duty"
        verbose_name = "duty"
        verbose_name_plural = "duties"
        ordering = ("practitioner_id", "weekday", "from_field")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_duty_practitioner",
                columns=("practitioner_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_duty_room",
                columns=("room_department_code", "room_number"),
                table="clinic_room",
                targets=("department_code", "number"),
                on_delete="SET NULL",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    weekday__in=[
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
        )
        indexes = (
            columns.Index(
                fields=("room_department_code", "room_number"),
                name="ix_clinic_duty_room",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Duty:
    parts = [*row[0:5], maybe(RoomKey, row[5:7]), *row[7:]]
    return contract.Duty(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DutyRepository(
    Repository[contract.Duty, DutyKey, contract.DutyCreate, contract.DutyPatch]
):
    """The duty, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Duty",
        title="duty",
        model=Duty,
        fields={
            "practitioner": ("practitioner_id",),
            "weekday": ("weekday",),
            "from": ("from_field",),
            "to": ("to",),
            "slot": ("slot",),
            "room": ("room_department_code", "room_number"),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.DutyCreate,
        read=_read,
        made=_made,
        attributes={
            "from_": "from",
        },
    )
