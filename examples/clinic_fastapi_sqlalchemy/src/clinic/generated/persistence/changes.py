# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What migrations know of the model beside its tables: former names, and values for old rows."""

from typing import Any

# Present names, and the former ones that `was` tells.
TABLES: dict[str, tuple[str, ...]] = {
    "clinic_practitioner": ("clinic_doctor",),
    "clinic_practitioner_departments": ("clinic_doctor_departments",),
}
COLUMNS: dict[tuple[str, str], tuple[str, ...]] = {
    ("clinic_patient", "insurance_number"): ("policy_number",),
}
VALUES: dict[tuple[str, str], dict[str, str]] = {
    ("clinic_appointment", "state"): {"waiting": "arrived"},
}

# By table, what history calls its objects: in former times, and now.
KINDS: dict[str, tuple[str, str]] = {
    "clinic_practitioner": ("clinic.Doctor", "clinic.Practitioner"),
    "clinic_appointment": ("clinic.Appointment", "clinic.Appointment"),
}

# What rows get that are there when a column becomes required: the model's defaults.
FILLS: dict[tuple[str, str], Any] = {
    ("billing_payer", "kind"): "statutory",
    ("billing_payer", "pays_within"): "P30D",
    ("billing_policy", "covers"): "100.00",
    ("billing_invoice", "total"): "0.00",
    ("billing_invoice", "state"): "draft",
    ("billing_invoice_line", "quantity"): "1.000",
    ("billing_payment", "method"): "transfer",
    ("billing_reminder", "fee"): "0.00",
    ("clinic_department", "opens_at"): "08:00:00",
    ("clinic_department", "closes_at"): "18:00:00",
    ("clinic_room", "kind"): "consulting",
    ("clinic_practitioner", "active"): True,
    ("clinic_duty", "slot"): "PT20M",
    ("clinic_patient", "sex"): "unknown",
    ("clinic_patient", "languages"): ["de"],
    ("clinic_treatment", "takes"): "PT20M",
    ("clinic_treatment", "needs"): "consulting",
    ("clinic_appointment", "takes"): "PT20M",
    ("clinic_appointment", "urgency"): "routine",
    ("clinic_appointment", "channel"): "desk",
    ("clinic_appointment", "reminders"): [],
    ("clinic_appointment", "state"): "requested",
    ("clinic_visit", "state"): "open",
    ("clinic_diagnosis", "certainty"): "suspected",
    ("clinic_prescription", "dose"): {"amount": "1.000", "unit": "tablet"},
    ("clinic_prescription", "lasts"): "P7D",
    ("clinic_prescription", "refills"): 0,
    ("clinic_prescription", "state"): "draft",
    ("clinic_lab_result", "device"): {},
}
NOWS: frozenset[tuple[str, str]] = frozenset(
    (
        ("billing_payer", "created_at"),
        ("billing_payer", "updated_at"),
        ("billing_policy", "created_at"),
        ("billing_policy", "updated_at"),
        ("billing_tariff", "created_at"),
        ("billing_tariff", "updated_at"),
        ("billing_invoice", "drawn_up_on"),
        ("billing_invoice", "created_at"),
        ("billing_invoice", "updated_at"),
        ("billing_invoice_line", "created_at"),
        ("billing_invoice_line", "updated_at"),
        ("billing_payment", "received_at"),
        ("billing_payment", "created_at"),
        ("billing_payment", "updated_at"),
        ("billing_reminder", "sent_on"),
        ("billing_reminder", "created_at"),
        ("billing_reminder", "updated_at"),
        ("clinic_department", "created_at"),
        ("clinic_department", "updated_at"),
        ("clinic_room", "created_at"),
        ("clinic_room", "updated_at"),
        ("clinic_practitioner", "created_at"),
        ("clinic_practitioner", "updated_at"),
        ("clinic_duty", "created_at"),
        ("clinic_duty", "updated_at"),
        ("clinic_patient", "created_at"),
        ("clinic_patient", "updated_at"),
        ("clinic_treatment", "created_at"),
        ("clinic_treatment", "updated_at"),
        ("clinic_appointment", "created_at"),
        ("clinic_appointment", "updated_at"),
        ("clinic_visit", "created_at"),
        ("clinic_visit", "updated_at"),
        ("clinic_diagnosis", "created_at"),
        ("clinic_diagnosis", "updated_at"),
        ("clinic_medication", "created_at"),
        ("clinic_medication", "updated_at"),
        ("clinic_prescription", "created_at"),
        ("clinic_prescription", "updated_at"),
    )
)
EACHES: frozenset[tuple[str, str]] = frozenset(
    {
        ("billing_payment", "id"),
        ("billing_reminder", "id"),
        ("clinic_practitioner", "id"),
        ("clinic_patient", "id"),
        ("clinic_appointment", "id"),
        ("clinic_visit", "id"),
        ("clinic_prescription", "id"),
    }
)
