# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The admin of Clinic."""

from django.contrib import admin

from ..web.admin import ObjectAdmin
from .contract import appointment as clinic_appointment
from .contract import department as clinic_department
from .contract import medication as clinic_medication
from .contract import patient as clinic_patient
from .contract import practitioner as clinic_practitioner
from .contract import prescription as clinic_prescription
from .contract import treatment as clinic_treatment
from .contract import visit as clinic_visit
from .models import (
    Appointment,
    Department,
    Medication,
    Patient,
    Practitioner,
    Prescription,
    Treatment,
    Visit,
)


@admin.register(Department)
class DepartmentAdmin(ObjectAdmin):
    """The department."""

    shape = clinic_department.DepartmentCreate
    writes = ["create", "update", "delete"]
    key = ["code"]
    list_display = ["code", "title", "part_of", "opens_at", "closes_at"]
    search_fields = ["code", "title"]
    list_select_related = ["part_of"]
    autocomplete_fields = ["part_of"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


@admin.register(Practitioner)
class PractitionerAdmin(ObjectAdmin):
    """The practitioner."""

    shape = clinic_practitioner.PractitionerCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = ["id", "family_name", "licence", "supervisor", "active"]
    list_filter = ["active"]
    search_fields = ["licence", "family_name"]
    list_select_related = ["supervisor"]
    autocomplete_fields = ["supervisor"]
    readonly_fields = ["row_version", "created_at", "updated_at"]
    private_fields = ["signature"]


@admin.register(Patient)
class PatientAdmin(ObjectAdmin):
    """The patient."""

    shape = clinic_patient.PatientCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = [
        "id",
        "family_name",
        "record_number",
        "born_on",
        "sex",
        "guardian",
        "practitioner",
    ]
    list_filter = ["born_on", "sex"]
    search_fields = ["record_number", "family_name"]
    list_select_related = ["guardian", "practitioner"]
    autocomplete_fields = ["guardian", "practitioner"]
    readonly_fields = ["row_version", "created_at", "updated_at"]
    private_fields = ["insurance_number"]


@admin.register(Treatment)
class TreatmentAdmin(ObjectAdmin):
    """The treatment."""

    shape = clinic_treatment.TreatmentCreate
    writes = ["create", "update", "delete"]
    key = ["code"]
    list_display = ["code", "title", "takes", "needs"]
    list_filter = ["needs"]
    search_fields = ["code", "title"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


@admin.register(Appointment)
class AppointmentAdmin(ObjectAdmin):
    """The appointment."""

    shape = clinic_appointment.AppointmentCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = [
        "id",
        "patient",
        "practitioner",
        "treatment",
        "starts_at",
        "takes",
        "state",
    ]
    list_filter = ["state", "starts_at", "urgency", "channel", "arrived_at"]
    search_fields = ["complaint"]
    list_select_related = ["patient", "practitioner", "treatment"]
    autocomplete_fields = ["patient", "practitioner", "treatment"]
    readonly_fields = ["arrived_at", "state", "row_version", "created_at", "updated_at"]


@admin.register(Visit)
class VisitAdmin(ObjectAdmin):
    """The visit."""

    shape = clinic_visit.VisitCreate
    writes = ["create", "update"]
    key = ["id"]
    list_display = ["id", "appointment", "signed_by", "signed_at", "amendment", "state"]
    list_filter = ["state", "signed_at"]
    search_fields = ["amendment"]
    list_select_related = ["appointment", "signed_by"]
    autocomplete_fields = ["appointment", "signed_by"]
    readonly_fields = [
        "signed_by",
        "signed_at",
        "amendment",
        "state",
        "row_version",
        "created_at",
        "updated_at",
    ]


@admin.register(Medication)
class MedicationAdmin(ObjectAdmin):
    """The medication."""

    shape = clinic_medication.MedicationCreate
    writes = ["create", "update", "delete"]
    key = ["atc"]
    list_display = ["atc", "name", "half_life"]
    search_fields = ["atc", "name"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


@admin.register(Prescription)
class PrescriptionAdmin(ObjectAdmin):
    """The prescription."""

    shape = clinic_prescription.PrescriptionCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = ["id", "visit", "medication", "lasts", "refills", "reason", "state"]
    list_filter = ["state"]
    search_fields = ["reason"]
    list_select_related = ["visit", "medication"]
    autocomplete_fields = ["visit", "medication"]
    readonly_fields = ["state", "row_version", "created_at", "updated_at"]


# Django's admin knows no keys of several fields: what has one is not there.
HIDDEN = ["Room", "Duty", "Diagnosis", "LabResult"]
