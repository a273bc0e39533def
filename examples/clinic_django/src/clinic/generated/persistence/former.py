# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What `makemigrations` must be told: former names, and values for rows that are there."""

from collections.abc import Mapping
from typing import Any

from ..contract import identifiers, values

# Tables, each with what it may have been called before.
TABLES: Mapping[str, tuple[str, ...]] = {
    "clinic_practitioner": ("clinic_doctor",),
    "clinic_practitioner_departments": ("clinic_doctor_departments",),
}

# Columns, by their tables, in the same way.
COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "clinic_patient": {
        "insurance_number": ("policy_number",),
    },
}

# Values of enums and states, by their tables and columns.
VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "clinic_appointment": {
        "state": {"waiting": "arrived"},
    },
}

# What history calls the objects of a table, now and before.
KINDS: Mapping[str, tuple[str, ...]] = {
    "clinic_practitioner": ("clinic.Practitioner", "clinic.Doctor"),
    "clinic_appointment": ("clinic.Appointment",),
}

# What rows get in a new column that must not be empty.
FILLED: Mapping[str, Mapping[str, Any]] = {
    "billing_payer": {
        "pays_within": values.Span().read("P30D"),
    },
    "billing_invoice": {
        "drawn_up_on": identifiers.now,
    },
    "billing_reminder": {
        "sent_on": identifiers.now,
    },
    "clinic_department": {
        "opens_at": values.TimeOfDay().read("08:00:00"),
        "closes_at": values.TimeOfDay().read("18:00:00"),
    },
    "clinic_duty": {
        "slot": values.Span().read("PT20M"),
    },
    "clinic_patient": {
        "languages": ["de"],
    },
    "clinic_treatment": {
        "takes": values.Span().read("PT20M"),
    },
    "clinic_appointment": {
        "takes": values.Span().read("PT20M"),
    },
    "clinic_prescription": {
        "dose": {"amount": "1.000", "unit": "tablet"},
        "lasts": values.Span().read("P7D"),
    },
    "clinic_lab_result": {
        "device": {},
    },
}
