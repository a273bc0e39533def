# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the medication is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import medication as contract
from ..contract.types import Dose


class Medication(models.Model):
    """Medication."""

    atc = columns.String(max_length=7, primary_key=True)
    name = columns.String(max_length=120)
    interacts_with = models.ManyToManyField(
        "clinic.Medication",
        through="clinic.MedicationInteractsWithLink",
        through_fields=("owner", "target"),
        related_name="interacting",
        symmetrical=False,
        blank=True,
    )
    highest_daily = columns.Packed(Dose, null=True, blank=True)
    half_life = columns.Span(null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_medication"
        verbose_name = "medication"
        verbose_name_plural = "medications"
        ordering = ("atc",)

    def __str__(self) -> str:
        return f"{self.name}"


class MedicationInteractsWithLink(models.Model):
    """A row of clinic_medication_interacts_with."""

    pk = models.CompositePrimaryKey("owner_id", "target_id")
    owner = models.ForeignKey(
        "clinic.Medication",
        models.CASCADE,
        db_column="owner_atc",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    target = models.ForeignKey(
        "clinic.Medication",
        models.RESTRICT,
        db_column="target_atc",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )

    class Meta:
        db_table = "clinic_medication_interacts_with"
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_medication_interacts_with_owner",
                columns=("owner_atc",),
                table="clinic_medication",
                targets=("atc",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_medication_interacts_with_target",
                columns=("target_atc",),
                table="clinic_medication",
                targets=("atc",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(
                fields=("target",), name="ix_clinic_medication_interacts_with_target"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Medication:
    parts = [*row[0:2], links[0], *row[2:]]
    return contract.Medication(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class MedicationRepository(
    Repository[
        contract.Medication, str, contract.MedicationCreate, contract.MedicationPatch
    ],
):
    """The medication, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Medication",
        title="medication",
        model=Medication,
        fields={
            "atc": ("atc",),
            "name": ("name",),
            "highest_daily": ("highest_daily",),
            "half_life": ("half_life",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.MedicationCreate,
        read=_read,
        made=_made,
        links={
            "interacts_with": Link(
                MedicationInteractsWithLink, ("owner_id",), ("target_id",)
            ),
        },
        merged={
            "highest_daily": TypeAdapter(Dose),
        },
    )
