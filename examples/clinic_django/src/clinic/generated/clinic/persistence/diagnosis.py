# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the diagnosis is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import diagnosis as contract
from ..contract.types import Certainty, DiagnosisKey


class Diagnosis(models.Model):
    """Diagnosis."""

    pk = models.CompositePrimaryKey("visit_id", "number")
    visit = models.ForeignKey(
        "clinic.Visit",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="diagnoses",
    )
    number = models.SmallIntegerField()
    code = columns.String(max_length=8)
    text = columns.String(max_length=200)
    certainty = columns.Choice(Certainty, db_default="suspected")
    since = models.DateField(null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_diagnosis"
        verbose_name = "diagnosis"
        verbose_name_plural = "diagnosises"
        ordering = ("visit_id", "number")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_diagnosis_visit",
                columns=("visit_id",),
                table="clinic_visit",
                targets=("id",),
                on_delete="CASCADE",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    certainty__in=["suspected", "confirmed", "excluded"]
                ),
                name="ck_clinic_diagnosis_certainty",
            ),
        )
        indexes = (
            columns.Index(
                fields=("code", "visit", "number"), name="ix_clinic_diagnosis_code"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Diagnosis:
    return contract.Diagnosis(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class DiagnosisRepository(
    Repository[
        contract.Diagnosis,
        DiagnosisKey,
        contract.DiagnosisCreate,
        contract.DiagnosisPatch,
    ],
):
    """The diagnosis, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Diagnosis",
        title="diagnosis",
        model=Diagnosis,
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
        queryable=contract.QUERYABLE,
        shape=contract.DiagnosisCreate,
        read=_read,
        made=_made,
    )
