# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the practitioner is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers, values
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import practitioner as contract
from ..contract.types import Contact, PersonName, Specialty


class Practitioner(models.Model):
    """Somebody who treats patients, and may sign for it."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    licence = columns.String(max_length=20)
    name = columns.Packed(PersonName)
    family_name = columns.String(max_length=80)
    specialties = columns.Packed(list[Annotated[Specialty, values.Choice(Specialty)]])
    departments = models.ManyToManyField(
        "clinic.Department",
        through="clinic.PractitionerDepartmentsLink",
        through_fields=("owner", "target"),
        related_name="practitioners",
        blank=True,
    )
    supervisor = models.ForeignKey(
        "clinic.Practitioner",
        models.SET_NULL,
        db_constraint=False,
        db_index=False,
        related_name="trainees",
        null=True,
        blank=True,
    )
    contact = columns.Packed(Contact, null=True, blank=True)
    signature = columns.Blob(max_length=65536, null=True, blank=True)
    active = columns.Flag(db_default=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_practitioner"
        verbose_name = "practitioner"
        verbose_name_plural = "practitioners"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_practitioner_supervisor",
                columns=("supervisor_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="SET NULL",
            ),
            models.UniqueConstraint(
                fields=("licence",), name="uq_clinic_practitioner_licence"
            ),
        )
        indexes = (
            columns.Index(
                fields=("supervisor",), name="ix_clinic_practitioner_supervisor"
            ),
        )

    def __str__(self) -> str:
        return f"{self.family_name}"


class PractitionerDepartmentsLink(models.Model):
    """A row of clinic_practitioner_departments."""

    pk = models.CompositePrimaryKey("owner_id", "target_id")
    owner = models.ForeignKey(
        "clinic.Practitioner",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    target = models.ForeignKey(
        "clinic.Department",
        models.RESTRICT,
        db_column="target_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )

    class Meta:
        db_table = "clinic_practitioner_departments"
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_practitioner_departments_owner",
                columns=("owner_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_practitioner_departments_target",
                columns=("target_code",),
                table="clinic_department",
                targets=("code",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(
                fields=("target",), name="ix_clinic_practitioner_departments_target"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Practitioner:
    parts = [*row[0:5], links[0], *row[5:]]
    return contract.Practitioner(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PractitionerRepository(
    Repository[
        contract.Practitioner,
        UUID,
        contract.PractitionerCreate,
        contract.PractitionerPatch,
    ],
):
    """The practitioner, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Practitioner",
        title="practitioner",
        model=Practitioner,
        fields={
            "id": ("id",),
            "licence": ("licence",),
            "name": ("name",),
            "family_name": ("family_name",),
            "specialties": ("specialties",),
            "supervisor": ("supervisor_id",),
            "contact": ("contact",),
            "signature": ("signature",),
            "active": ("active",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PractitionerCreate,
        read=_read,
        made=_made,
        links={
            "departments": Link(
                PractitionerDepartmentsLink, ("owner_id",), ("target_id",)
            ),
        },
        merged={
            "name": TypeAdapter(PersonName),
            "contact": TypeAdapter(Contact),
        },
    )
