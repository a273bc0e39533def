# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the patient is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import patient as contract
from ..contract.types import Contact, PersonName, Sex


class Patient(models.Model):
    """Somebody who is treated here."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    record_number = columns.String(max_length=9)
    name = columns.Packed(PersonName)
    family_name = columns.String(max_length=80)
    born_on = models.DateField()
    sex = columns.Choice(Sex, db_default="unknown")
    contact = columns.Packed(Contact)
    languages = columns.Items()
    allergies = columns.Items()
    guardian = models.ForeignKey(
        "clinic.Patient",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="wards",
        null=True,
        blank=True,
    )
    practitioner = models.ForeignKey(
        "clinic.Practitioner",
        models.SET_NULL,
        db_constraint=False,
        db_index=False,
        related_name="patients",
        null=True,
        blank=True,
    )
    insurance_number = columns.String(max_length=20, null=True, blank=True)
    note = columns.Text(null=True, blank=True)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_patient"
        verbose_name = "patient"
        verbose_name_plural = "patients"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_patient_guardian",
                columns=("guardian_id",),
                table="clinic_patient",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_patient_practitioner",
                columns=("practitioner_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="SET NULL",
            ),
            models.UniqueConstraint(
                fields=("record_number",), name="uq_clinic_patient_record_number"
            ),
            models.CheckConstraint(
                condition=models.Q(sex__in=["female", "male", "other", "unknown"]),
                name="ck_clinic_patient_sex",
            ),
        )
        indexes = (
            columns.Index(
                fields=("family_name", "id"), name="ix_clinic_patient_family_name"
            ),
            columns.Index(fields=("guardian",), name="ix_clinic_patient_guardian"),
            columns.Index(
                fields=("practitioner",), name="ix_clinic_patient_practitioner"
            ),
        )

    def __str__(self) -> str:
        return f"{self.family_name}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Patient:
    return contract.Patient(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PatientRepository(
    Repository[contract.Patient, UUID, contract.PatientCreate, contract.PatientPatch]
):
    """The patient, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Patient",
        title="patient",
        model=Patient,
        fields={
            "id": ("id",),
            "record_number": ("record_number",),
            "name": ("name",),
            "family_name": ("family_name",),
            "born_on": ("born_on",),
            "sex": ("sex",),
            "contact": ("contact",),
            "languages": ("languages",),
            "allergies": ("allergies",),
            "guardian": ("guardian_id",),
            "practitioner": ("practitioner_id",),
            "insurance_number": ("insurance_number",),
            "note": ("note",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PatientCreate,
        read=_read,
        made=_made,
        merged={
            "name": TypeAdapter(PersonName),
            "contact": TypeAdapter(Contact),
        },
    )
