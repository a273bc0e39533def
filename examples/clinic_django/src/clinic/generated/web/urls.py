# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Every generated path, in the order of the model."""

from django.urls import include, path

from ..billing.web import actions as billing_actions
from ..billing.web import invoice as billing_invoice
from ..billing.web import invoice_line as billing_invoice_line
from ..billing.web import payer as billing_payer
from ..billing.web import payment as billing_payment
from ..billing.web import policy as billing_policy
from ..billing.web import reminder as billing_reminder
from ..billing.web import tariff as billing_tariff
from ..clinic.web import actions as clinic_actions
from ..clinic.web import appointment as clinic_appointment
from ..clinic.web import department as clinic_department
from ..clinic.web import diagnosis as clinic_diagnosis
from ..clinic.web import duty as clinic_duty
from ..clinic.web import lab_result as clinic_lab_result
from ..clinic.web import medication as clinic_medication
from ..clinic.web import patient as clinic_patient
from ..clinic.web import practitioner as clinic_practitioner
from ..clinic.web import prescription as clinic_prescription
from ..clinic.web import room as clinic_room
from ..clinic.web import treatment as clinic_treatment
from ..clinic.web import visit as clinic_visit
from . import docs, operations

urlpatterns = [
    path("api/billing/payers", include(billing_payer)),
    path("api/billing/policies", include(billing_policy)),
    path("api/billing/tariffs", include(billing_tariff)),
    path("api/billing/invoices", include(billing_invoice)),
    path("api/billing/invoice_lines", include(billing_invoice_line)),
    path("api/billing/payments", include(billing_payment)),
    path("api/billing/reminders", include(billing_reminder)),
    path("api/billing", include(billing_actions)),
    path("api/clinic/departments", include(clinic_department)),
    path("api/clinic/rooms", include(clinic_room)),
    path("api/clinic/practitioners", include(clinic_practitioner)),
    path("api/clinic/duties", include(clinic_duty)),
    path("api/clinic/patients", include(clinic_patient)),
    path("api/clinic/treatments", include(clinic_treatment)),
    path("api/clinic/appointments", include(clinic_appointment)),
    path("api/clinic/visits", include(clinic_visit)),
    path("api/clinic/diagnosises", include(clinic_diagnosis)),
    path("api/clinic/medications", include(clinic_medication)),
    path("api/clinic/prescriptions", include(clinic_prescription)),
    path("api/clinic/lab_results", include(clinic_lab_result)),
    path("api/clinic", include(clinic_actions)),
    path("", include(operations)),
    path("", include(docs)),
]

PREFIXES = ("/api/billing/", "/api/clinic/", "/health/", "/openapi.json")
"""Where every answer is the contract's."""
