# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the lab result is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from django.db import models
from pydantic import TypeAdapter

from ...contract import values
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import lab_result as contract
from ..contract.types import LabResultKey


class LabResult(models.Model):
    """One value of one sample."""

    pk = models.CompositePrimaryKey("visit_id", "analyte", "taken_at")
    visit = models.ForeignKey(
        "clinic.Visit",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="lab_results",
    )
    analyte = columns.String(max_length=20)
    taken_at = columns.Instant()
    value = columns.Double()
    unit = columns.String(max_length=20)
    reference = columns.Packed(
        list[Annotated[float, values.Real()]], null=True, blank=True
    )
    device = columns.Json()
    row_version = models.BigIntegerField(default=1)

    class Meta:
        db_table = "clinic_lab_result"
        verbose_name = "lab result"
        verbose_name_plural = "lab results"
        ordering = ("visit_id", "analyte", "taken_at")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_lab_result_visit",
                columns=("visit_id",),
                table="clinic_visit",
                targets=("id",),
                on_delete="CASCADE",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.LabResult:
    return contract.LabResult(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
    }


class LabResultRepository(
    Repository[
        contract.LabResult,
        LabResultKey,
        contract.LabResultCreate,
        contract.LabResultPatch,
    ],
):
    """The lab result, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.LabResult",
        title="lab result",
        model=LabResult,
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
        queryable=contract.QUERYABLE,
        shape=contract.LabResultCreate,
        read=_read,
        made=_made,
        merged={
            "device": TypeAdapter(Annotated[Any, values.Anything()]),
        },
    )
