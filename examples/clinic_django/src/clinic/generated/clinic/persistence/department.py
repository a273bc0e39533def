# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the department is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import department as contract


class Department(models.Model):
    """A part of the house; a ward may be part of a department."""

    code = columns.String(max_length=8, primary_key=True)
    title = columns.String(max_length=80)
    part_of = models.ForeignKey(
        "clinic.Department",
        models.RESTRICT,
        db_column="part_of_code",
        db_constraint=False,
        db_index=False,
        related_name="parts",
        null=True,
        blank=True,
    )
    opens_at = columns.TimeOfDay()
    closes_at = columns.TimeOfDay()
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_department"
        verbose_name = "department"
        verbose_name_plural = "departments"
        ordering = ("code",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_department_part_of",
                columns=("part_of_code",),
                table="clinic_department",
                targets=("code",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(fields=("part_of",), name="ix_clinic_department_part_of"),
        )

    def __str__(self) -> str:
        return f"{self.title}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Department:
    return contract.Department(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DepartmentRepository(
    Repository[
        contract.Department, str, contract.DepartmentCreate, contract.DepartmentPatch
    ],
):
    """The department, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Department",
        title="department",
        model=Department,
        fields={
            "code": ("code",),
            "title": ("title",),
            "part_of": ("part_of_id",),
            "opens_at": ("opens_at",),
            "closes_at": ("closes_at",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.DepartmentCreate,
        read=_read,
        made=_made,
    )
