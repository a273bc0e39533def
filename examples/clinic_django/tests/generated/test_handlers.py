# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""Your handlers have the shape of their actions (mypy checks it here), and they are found."""

from clinic.actions.billing import dispute_invoice as billing_dispute_invoice
from clinic.actions.billing import draft_invoice as billing_draft_invoice
from clinic.actions.billing import overdue_invoices as billing_overdue_invoices
from clinic.actions.billing import record_payment as billing_record_payment
from clinic.actions.billing import settle_invoice as billing_settle_invoice
from clinic.actions.clinic import amend_visit as clinic_amend_visit
from clinic.actions.clinic import check_in as clinic_check_in
from clinic.actions.clinic import check_interactions as clinic_check_interactions
from clinic.actions.clinic import finish_appointment as clinic_finish_appointment
from clinic.actions.clinic import free_slots as clinic_free_slots
from clinic.actions.clinic import remind_patients as clinic_remind_patients
from clinic.actions.clinic import report_incident as clinic_report_incident
from clinic.generated.billing.contract import actions as billing_contract
from clinic.generated.clinic.contract import actions as clinic_contract
from clinic.generated.handlers import find_handlers

FOUND = find_handlers("clinic.actions")


def test_billing_draft_invoice_is_found() -> None:
    handler: billing_contract.DraftInvoiceHandler = billing_draft_invoice.draft_invoice
    found = FOUND.billing.draft_invoice
    assert found is handler


def test_billing_record_payment_is_found() -> None:
    handler: billing_contract.RecordPaymentHandler = (
        billing_record_payment.record_payment
    )
    found = FOUND.billing.record_payment
    assert found is handler


def test_billing_settle_invoice_is_found() -> None:
    handler: billing_contract.SettleInvoiceHandler = (
        billing_settle_invoice.settle_invoice
    )
    found = FOUND.billing.settle_invoice
    assert found is handler


def test_billing_dispute_invoice_is_found() -> None:
    handler: billing_contract.DisputeInvoiceHandler = (
        billing_dispute_invoice.dispute_invoice
    )
    found = FOUND.billing.dispute_invoice
    assert found is handler


def test_billing_overdue_invoices_is_found() -> None:
    handler: billing_contract.OverdueInvoicesHandler = (
        billing_overdue_invoices.overdue_invoices
    )
    found = FOUND.billing.overdue_invoices
    assert found is handler


def test_clinic_check_in_is_found() -> None:
    handler: clinic_contract.CheckInHandler = clinic_check_in.check_in
    found = FOUND.clinic.check_in
    assert found is handler


def test_clinic_finish_appointment_is_found() -> None:
    handler: clinic_contract.FinishAppointmentHandler = (
        clinic_finish_appointment.finish_appointment
    )
    found = FOUND.clinic.finish_appointment
    assert found is handler


def test_clinic_amend_visit_is_found() -> None:
    handler: clinic_contract.AmendVisitHandler = clinic_amend_visit.amend_visit
    found = FOUND.clinic.amend_visit
    assert found is handler


def test_clinic_report_incident_is_found() -> None:
    handler: clinic_contract.ReportIncidentHandler = (
        clinic_report_incident.report_incident
    )
    found = FOUND.clinic.report_incident
    assert found is handler


def test_clinic_check_interactions_is_found() -> None:
    handler: clinic_contract.CheckInteractionsHandler = (
        clinic_check_interactions.check_interactions
    )
    found = FOUND.clinic.check_interactions
    assert found is handler


def test_clinic_free_slots_is_found() -> None:
    handler: clinic_contract.FreeSlotsHandler = clinic_free_slots.free_slots
    found = FOUND.clinic.free_slots
    assert found is handler


def test_clinic_remind_patients_is_found() -> None:
    handler: clinic_contract.RemindPatientsHandler = (
        clinic_remind_patients.remind_patients
    )
    found = FOUND.clinic.remind_patients
    assert found is handler
