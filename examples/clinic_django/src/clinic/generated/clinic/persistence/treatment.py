# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the treatment is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from django.db import models

from ...contract import identifiers, values
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import treatment as contract
from ..contract.types import RoomKind, Specialty


class Treatment(models.Model):
    """Something that the clinic does, such as a first consultation or an electrocardiogram."""

    code = columns.String(max_length=12, primary_key=True)
    title = columns.String(max_length=120)
    takes = columns.Span()
    done_by = columns.Packed(list[Annotated[Specialty, values.Choice(Specialty)]])
    needs = columns.Choice(RoomKind, db_default="consulting")
    preparation = columns.Text(null=True, blank=True)
    prerequisites = models.ManyToManyField(
        "clinic.Treatment",
        through="clinic.TreatmentPrerequisitesLink",
        through_fields=("owner", "target"),
        related_name="required_for",
        symmetrical=False,
        blank=True,
    )
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_treatment"
        verbose_name = "treatment"
        verbose_name_plural = "treatments"
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    needs__in=["consulting", "treatment", "imaging", "laboratory"]
                ),
                name="ck_clinic_treatment_needs",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}"


class TreatmentPrerequisitesLink(models.Model):
    """A row of clinic_treatment_prerequisites."""

    pk = models.CompositePrimaryKey("owner_id", "target_id")
    owner = models.ForeignKey(
        "clinic.Treatment",
        models.CASCADE,
        db_column="owner_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    target = models.ForeignKey(
        "clinic.Treatment",
        models.RESTRICT,
        db_column="target_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )

    class Meta:
        db_table = "clinic_treatment_prerequisites"
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_treatment_prerequisites_owner",
                columns=("owner_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_treatment_prerequisites_target",
                columns=("target_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(
                fields=("target",), name="ix_clinic_treatment_prerequisites_target"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Treatment:
    parts = [*row[0:6], links[0], *row[6:]]
    return contract.Treatment(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class TreatmentRepository(
    Repository[
        contract.Treatment, str, contract.TreatmentCreate, contract.TreatmentPatch
    ],
):
    """The treatment, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Treatment",
        title="treatment",
        model=Treatment,
        fields={
            "code": ("code",),
            "title": ("title",),
            "takes": ("takes",),
            "done_by": ("done_by",),
            "needs": ("needs",),
            "preparation": ("preparation",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.TreatmentCreate,
        read=_read,
        made=_made,
        links={
            "prerequisites": Link(
                TreatmentPrerequisitesLink, ("owner_id",), ("target_id",)
            ),
        },
    )
