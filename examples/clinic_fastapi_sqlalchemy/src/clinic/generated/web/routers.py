# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The routers of all ontologies."""

from fastapi import APIRouter

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

ROUTERS: tuple[APIRouter, ...] = (
    billing_payer.router,
    billing_policy.router,
    billing_tariff.router,
    billing_invoice.router,
    billing_invoice_line.router,
    billing_payment.router,
    billing_reminder.router,
    billing_actions.router,
    clinic_department.router,
    clinic_room.router,
    clinic_practitioner.router,
    clinic_duty.router,
    clinic_patient.router,
    clinic_treatment.router,
    clinic_appointment.router,
    clinic_visit.router,
    clinic_diagnosis.router,
    clinic_medication.router,
    clinic_prescription.router,
    clinic_lab_result.router,
    clinic_actions.router,
)
