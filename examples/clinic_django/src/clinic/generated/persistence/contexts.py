# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Every model and every repository, brought together for a unit of work."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from ..billing.contract import repositories as billing_repositories
from ..billing.persistence import invoice as billing_invoice
from ..billing.persistence import invoice_line as billing_invoice_line
from ..billing.persistence import payer as billing_payer
from ..billing.persistence import payment as billing_payment
from ..billing.persistence import policy as billing_policy
from ..billing.persistence import reminder as billing_reminder
from ..billing.persistence import tariff as billing_tariff
from ..clinic.contract import repositories as clinic_repositories
from ..clinic.persistence import appointment as clinic_appointment
from ..clinic.persistence import department as clinic_department
from ..clinic.persistence import diagnosis as clinic_diagnosis
from ..clinic.persistence import duty as clinic_duty
from ..clinic.persistence import lab_result as clinic_lab_result
from ..clinic.persistence import medication as clinic_medication
from ..clinic.persistence import patient as clinic_patient
from ..clinic.persistence import practitioner as clinic_practitioner
from ..clinic.persistence import prescription as clinic_prescription
from ..clinic.persistence import room as clinic_room
from ..clinic.persistence import treatment as clinic_treatment
from ..clinic.persistence import visit as clinic_visit
from ..context import Context
from .repository import Repository
from .work import Work

REPOSITORIES: Mapping[str, type[Repository[Any, Any, Any, Any]]] = {
    "billing.Payer": billing_payer.PayerRepository,
    "billing.Policy": billing_policy.PolicyRepository,
    "billing.Tariff": billing_tariff.TariffRepository,
    "billing.Invoice": billing_invoice.InvoiceRepository,
    "billing.InvoiceLine": billing_invoice_line.InvoiceLineRepository,
    "billing.Payment": billing_payment.PaymentRepository,
    "billing.Reminder": billing_reminder.ReminderRepository,
    "clinic.Department": clinic_department.DepartmentRepository,
    "clinic.Room": clinic_room.RoomRepository,
    "clinic.Practitioner": clinic_practitioner.PractitionerRepository,
    "clinic.Duty": clinic_duty.DutyRepository,
    "clinic.Patient": clinic_patient.PatientRepository,
    "clinic.Treatment": clinic_treatment.TreatmentRepository,
    "clinic.Appointment": clinic_appointment.AppointmentRepository,
    "clinic.Visit": clinic_visit.VisitRepository,
    "clinic.Diagnosis": clinic_diagnosis.DiagnosisRepository,
    "clinic.Medication": clinic_medication.MedicationRepository,
    "clinic.Prescription": clinic_prescription.PrescriptionRepository,
    "clinic.LabResult": clinic_lab_result.LabResultRepository,
}
MODELS: Mapping[str, type[Model]] = {
    name: repository.kept.model for name, repository in REPOSITORIES.items()
}


def context_of(work: Work) -> Context:
    """Return what a handler may use in this unit of work."""
    return Context(
        billing=billing_repositories.Repositories(
            payers=billing_payer.PayerRepository(work),
            policies=billing_policy.PolicyRepository(work),
            tariffs=billing_tariff.TariffRepository(work),
            invoices=billing_invoice.InvoiceRepository(work),
            invoice_lines=billing_invoice_line.InvoiceLineRepository(work),
            payments=billing_payment.PaymentRepository(work),
            reminders=billing_reminder.ReminderRepository(work),
        ),
        clinic=clinic_repositories.Repositories(
            departments=clinic_department.DepartmentRepository(work),
            rooms=clinic_room.RoomRepository(work),
            practitioners=clinic_practitioner.PractitionerRepository(work),
            duties=clinic_duty.DutyRepository(work),
            patients=clinic_patient.PatientRepository(work),
            treatments=clinic_treatment.TreatmentRepository(work),
            appointments=clinic_appointment.AppointmentRepository(work),
            visits=clinic_visit.VisitRepository(work),
            diagnosises=clinic_diagnosis.DiagnosisRepository(work),
            medications=clinic_medication.MedicationRepository(work),
            prescriptions=clinic_prescription.PrescriptionRepository(work),
            lab_results=clinic_lab_result.LabResultRepository(work),
        ),
        caller=work.caller,
        request_id=work.request_id,
        now=work.now,
        emit=work.emit,
    )
