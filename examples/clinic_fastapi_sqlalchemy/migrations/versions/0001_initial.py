"""The first schema. This file is yours, like every migration: what is applied never changes."""

import sqlalchemy as sa
from alembic import op

from clinic.generated.persistence import types as columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "service_outbox",
        sa.Column("position", columns.AutoInteger, autoincrement=True, nullable=False),
        sa.Column("event_id", columns.Uuid, nullable=False),
        sa.Column("type", columns.Text(200), nullable=False),
        sa.Column("subject", columns.Text(255), nullable=False),
        sa.Column("payload", columns.Json(), nullable=False),
        sa.Column("occurred_at", columns.Instant(), nullable=False),
        sa.Column("caused_by", columns.Text(255), nullable=False),
        sa.Column("request_id", columns.Text(128), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("available_at", columns.Instant(), nullable=False),
        sa.Column("done_at", columns.Instant(), nullable=True),
        sa.Column("parked_at", columns.Instant(), nullable=True),
        sa.Column("error", columns.Text(), nullable=True),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("event_id", name="uq_service_outbox_event_id"),
    )
    op.create_index(
        "ix_service_outbox_open",
        "service_outbox",
        ["done_at", "parked_at", "available_at"],
    )
    op.create_index(
        "ix_service_outbox_subject", "service_outbox", ["subject", "position"]
    )
    op.create_table(
        "service_delivery",
        sa.Column("event_id", columns.Uuid, nullable=False),
        sa.Column("consumer", columns.Text(200), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "consumer"),
    )
    op.create_table(
        "service_history",
        sa.Column("position", columns.AutoInteger, autoincrement=True, nullable=False),
        sa.Column("subject", columns.Text(255), nullable=False),
        sa.Column("transition", columns.Text(100), nullable=False),
        sa.Column("from_state", columns.Text(100), nullable=False),
        sa.Column("to_state", columns.Text(100), nullable=False),
        sa.Column("fields", columns.Json(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.Column("by", columns.Text(255), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )
    op.create_index(
        "ix_service_history_subject", "service_history", ["subject", "position"]
    )
    op.create_table(
        "service_idempotency",
        sa.Column("caller", columns.Text(255), nullable=False),
        sa.Column("key", columns.Text(255), nullable=False),
        sa.Column("digest", columns.Text(64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", columns.Json(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("caller", "key"),
    )
    op.create_index("ix_service_idempotency_at", "service_idempotency", ["at"])
    op.create_table(
        "billing_payer",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", columns.Text(120), nullable=False),
        sa.Column("kind", columns.Text(15), server_default="statutory", nullable=False),
        sa.Column("iban", columns.Text(34), nullable=True),
        sa.Column("pays_within", columns.Span(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name="uq_billing_payer_name"),
        sa.CheckConstraint(
            sa.column("kind").in_(["statutory", "private_insurer", "self_payer"]),
            name="ck_billing_payer_kind",
        ),
    )
    op.create_table(
        "clinic_practitioner",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("licence", columns.Text(20), nullable=False),
        sa.Column("name", columns.Packed(object), nullable=False),
        sa.Column("family_name", columns.Text(80), nullable=False),
        sa.Column("specialties", columns.Packed(object), nullable=False),
        sa.Column("supervisor_id", columns.Uuid, nullable=True),
        sa.Column("contact", columns.Packed(object), nullable=True),
        sa.Column("signature", columns.Blob(65536), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["supervisor_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_practitioner_supervisor",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("licence", name="uq_clinic_practitioner_licence"),
    )
    op.create_index(
        "ix_clinic_practitioner_supervisor", "clinic_practitioner", ["supervisor_id"]
    )
    op.create_table(
        "clinic_patient",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("record_number", columns.Text(9), nullable=False),
        sa.Column("name", columns.Packed(object), nullable=False),
        sa.Column("family_name", columns.Text(80), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("sex", columns.Text(7), server_default="unknown", nullable=False),
        sa.Column("contact", columns.Packed(object), nullable=False),
        sa.Column("languages", columns.Items(), nullable=False),
        sa.Column("allergies", columns.Items(), nullable=False),
        sa.Column("guardian_id", columns.Uuid, nullable=True),
        sa.Column("practitioner_id", columns.Uuid, nullable=True),
        sa.Column("insurance_number", columns.Text(20), nullable=True),
        sa.Column("note", columns.Text(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["guardian_id"],
            ["clinic_patient.id"],
            name="fk_clinic_patient_guardian",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_patient_practitioner",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("record_number", name="uq_clinic_patient_record_number"),
        sa.CheckConstraint(
            sa.column("sex").in_(["female", "male", "other", "unknown"]),
            name="ck_clinic_patient_sex",
        ),
    )
    op.create_index(
        "ix_clinic_patient_family_name", "clinic_patient", ["family_name", "id"]
    )
    op.create_index("ix_clinic_patient_guardian", "clinic_patient", ["guardian_id"])
    op.create_index(
        "ix_clinic_patient_practitioner", "clinic_patient", ["practitioner_id"]
    )
    op.create_table(
        "billing_policy",
        sa.Column("payer_number", sa.Integer(), nullable=False),
        sa.Column("number", columns.Text(20), nullable=False),
        sa.Column("patient_id", columns.Uuid, nullable=False),
        sa.Column("valid", columns.Packed(object), nullable=False),
        sa.Column(
            "covers",
            columns.Exact(5, 2),
            server_default=sa.text("100.00"),
            nullable=False,
        ),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("payer_number", "number"),
        sa.ForeignKeyConstraint(
            ["payer_number"],
            ["billing_payer.number"],
            name="fk_billing_policy_payer",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["clinic_patient.id"],
            name="fk_billing_policy_patient",
            ondelete="RESTRICT",
        ),
    )
    op.create_index("ix_billing_policy_patient", "billing_policy", ["patient_id"])
    op.create_index(
        "ix_billing_policy_patient_payer",
        "billing_policy",
        ["patient_id", "payer_number"],
    )
    op.create_table(
        "clinic_treatment",
        sa.Column("code", columns.Text(12), nullable=False),
        sa.Column("title", columns.Text(120), nullable=False),
        sa.Column("takes", columns.Span(), nullable=False),
        sa.Column("done_by", columns.Packed(object), nullable=False),
        sa.Column(
            "needs", columns.Text(10), server_default="consulting", nullable=False
        ),
        sa.Column("preparation", columns.Text(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        sa.CheckConstraint(
            sa.column("needs").in_(
                ["consulting", "treatment", "imaging", "laboratory"]
            ),
            name="ck_clinic_treatment_needs",
        ),
    )
    op.create_table(
        "billing_tariff",
        sa.Column("treatment_code", columns.Text(12), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("price", columns.Exact(12, 2), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("treatment_code", "valid_from"),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_billing_tariff_treatment",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "clinic_department",
        sa.Column("code", columns.Text(8), nullable=False),
        sa.Column("title", columns.Text(80), nullable=False),
        sa.Column("part_of_code", columns.Text(8), nullable=True),
        sa.Column("opens_at", columns.TimeOfDay, nullable=False),
        sa.Column("closes_at", columns.TimeOfDay, nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        sa.ForeignKeyConstraint(
            ["part_of_code"],
            ["clinic_department.code"],
            name="fk_clinic_department_part_of",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_clinic_department_part_of", "clinic_department", ["part_of_code"]
    )
    op.create_table(
        "clinic_room",
        sa.Column("department_code", columns.Text(8), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column(
            "kind", columns.Text(10), server_default="consulting", nullable=False
        ),
        sa.Column("area", sa.Double(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("department_code", "number"),
        sa.ForeignKeyConstraint(
            ["department_code"],
            ["clinic_department.code"],
            name="fk_clinic_room_department",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            sa.column("kind").in_(["consulting", "treatment", "imaging", "laboratory"]),
            name="ck_clinic_room_kind",
        ),
    )
    op.create_table(
        "clinic_appointment",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("patient_id", columns.Uuid, nullable=False),
        sa.Column("practitioner_id", columns.Uuid, nullable=False),
        sa.Column("room_department_code", columns.Text(8), nullable=True),
        sa.Column("room_number", sa.SmallInteger(), nullable=True),
        sa.Column("treatment_code", columns.Text(12), nullable=False),
        sa.Column("starts_at", columns.Instant(), nullable=False),
        sa.Column("takes", columns.Span(), nullable=False),
        sa.Column("urgency", columns.Text(7), server_default="routine", nullable=False),
        sa.Column("channel", columns.Text(8), server_default="desk", nullable=False),
        sa.Column("complaint", columns.Text(500), nullable=True),
        sa.Column("reminders", columns.Packed(object), nullable=False),
        sa.Column("arrived_at", columns.Instant(), nullable=True),
        sa.Column("state", columns.Text(9), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["clinic_patient.id"],
            name="fk_clinic_appointment_patient",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_appointment_practitioner",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["room_department_code", "room_number"],
            ["clinic_room.department_code", "clinic_room.number"],
            name="fk_clinic_appointment_room",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_clinic_appointment_treatment",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint(
            "practitioner_id",
            "starts_at",
            name="uq_clinic_appointment_practitioner_starts_at",
        ),
        sa.UniqueConstraint(
            "patient_id", "starts_at", name="uq_clinic_appointment_patient_starts_at"
        ),
        sa.CheckConstraint(
            sa.column("urgency").in_(["routine", "urgent", "stat"]),
            name="ck_clinic_appointment_urgency",
        ),
        sa.CheckConstraint(
            sa.column("channel").in_(["desk", "phone", "web", "referral"]),
            name="ck_clinic_appointment_channel",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(
                ["requested", "confirmed", "waiting", "done", "cancelled", "missed"]
            ),
            name="ck_clinic_appointment_state",
        ),
    )
    op.create_index(
        "ix_clinic_appointment_room",
        "clinic_appointment",
        ["room_department_code", "room_number"],
    )
    op.create_index(
        "ix_clinic_appointment_treatment", "clinic_appointment", ["treatment_code"]
    )
    op.create_index(
        "ix_clinic_appointment_starts_at", "clinic_appointment", ["starts_at", "id"]
    )
    op.create_index(
        "ix_clinic_appointment_state", "clinic_appointment", ["state", "id"]
    )
    op.create_table(
        "clinic_visit",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("appointment_id", columns.Uuid, nullable=False),
        sa.Column("vitals", columns.Packed(object), nullable=True),
        sa.Column("history", columns.Text(), nullable=True),
        sa.Column("findings", columns.Json(), nullable=True),
        sa.Column("spirometry", columns.Packed(object), nullable=True),
        sa.Column("signed_by_id", columns.Uuid, nullable=True),
        sa.Column("signed_at", columns.Instant(), nullable=True),
        sa.Column("amendment", columns.Text(500), nullable=True),
        sa.Column("state", columns.Text(7), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["clinic_appointment.id"],
            name="fk_clinic_visit_appointment",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_visit_signed_by",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("appointment_id", name="uq_clinic_visit_appointment"),
        sa.CheckConstraint(
            sa.column("state").in_(["open", "signed", "amended"]),
            name="ck_clinic_visit_state",
        ),
    )
    op.create_index("ix_clinic_visit_signed_by", "clinic_visit", ["signed_by_id"])
    op.create_index("ix_clinic_visit_state", "clinic_visit", ["state", "id"])
    op.create_table(
        "billing_invoice",
        sa.Column("number", columns.AutoInteger, autoincrement=True, nullable=False),
        sa.Column("visit_id", columns.Uuid, nullable=False),
        sa.Column("policy_payer_number", sa.Integer(), nullable=True),
        sa.Column("policy_number", columns.Text(20), nullable=True),
        sa.Column("recipient", columns.Packed(object), nullable=False),
        sa.Column("drawn_up_on", sa.Date(), nullable=False),
        sa.Column(
            "total",
            columns.Exact(12, 2),
            server_default=sa.text("0.00"),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("paid_at", columns.Instant(), nullable=True),
        sa.Column("state", columns.Text(11), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_billing_invoice_visit",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["policy_payer_number", "policy_number"],
            ["billing_policy.payer_number", "billing_policy.number"],
            name="fk_billing_invoice_policy",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("visit_id", name="uq_billing_invoice_visit"),
        sa.CheckConstraint(
            sa.column("state").in_(
                ["draft", "sent", "disputed", "paid", "written-off"]
            ),
            name="ck_billing_invoice_state",
        ),
    )
    op.create_index(
        "ix_billing_invoice_policy",
        "billing_invoice",
        ["policy_payer_number", "policy_number"],
    )
    op.create_index(
        "ix_billing_invoice_drawn_up_on", "billing_invoice", ["drawn_up_on", "number"]
    )
    op.create_index("ix_billing_invoice_state", "billing_invoice", ["state", "number"])
    op.create_table(
        "billing_invoice_line",
        sa.Column("invoice_number", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("treatment_code", columns.Text(12), nullable=False),
        sa.Column("text", columns.Text(200), nullable=False),
        sa.Column(
            "quantity",
            columns.Exact(8, 3),
            server_default=sa.text("1.000"),
            nullable=False,
        ),
        sa.Column("price", columns.Exact(12, 2), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("invoice_number", "position"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_invoice_line_invoice",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_billing_invoice_line_treatment",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_billing_invoice_line_treatment", "billing_invoice_line", ["treatment_code"]
    )
    op.create_table(
        "billing_payment",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("invoice_number", sa.BigInteger(), nullable=False),
        sa.Column("amount", columns.Exact(12, 2), nullable=False),
        sa.Column("method", columns.Text(8), server_default="transfer", nullable=False),
        sa.Column("received_at", columns.Instant(), nullable=False),
        sa.Column("reference", columns.Text(140), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_payment_invoice",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            sa.column("method").in_(["transfer", "card", "cash", "SEPA"]),
            name="ck_billing_payment_method",
        ),
    )
    op.create_index("ix_billing_payment_invoice", "billing_payment", ["invoice_number"])
    op.create_index(
        "ix_billing_payment_reference", "billing_payment", ["reference", "id"]
    )
    op.create_table(
        "billing_reminder",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("invoice_number", sa.BigInteger(), nullable=False),
        sa.Column("follows_id", columns.Uuid, nullable=True),
        sa.Column(
            "fee", columns.Exact(12, 2), server_default=sa.text("0.00"), nullable=False
        ),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["invoice_number"],
            ["billing_invoice.number"],
            name="fk_billing_reminder_invoice",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["billing_reminder.id"],
            name="fk_billing_reminder_follows",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("follows_id", name="uq_billing_reminder_follows"),
    )
    op.create_index(
        "ix_billing_reminder_invoice", "billing_reminder", ["invoice_number"]
    )
    op.create_table(
        "clinic_duty",
        sa.Column("practitioner_id", columns.Uuid, nullable=False),
        sa.Column("weekday", columns.Text(9), nullable=False),
        sa.Column("from", columns.TimeOfDay, nullable=False),
        sa.Column("to", columns.TimeOfDay, nullable=False),
        sa.Column("slot", columns.Span(), nullable=False),
        sa.Column("room_department_code", columns.Text(8), nullable=True),
        sa.Column("room_number", sa.SmallInteger(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("practitioner_id", "weekday", "from"),
        sa.ForeignKeyConstraint(
            ["practitioner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_duty_practitioner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["room_department_code", "room_number"],
            ["clinic_room.department_code", "clinic_room.number"],
            name="fk_clinic_duty_room",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint(
            sa.column("weekday").in_(
                [
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                ],
            ),
            name="ck_clinic_duty_weekday",
        ),
    )
    op.create_index(
        "ix_clinic_duty_room", "clinic_duty", ["room_department_code", "room_number"]
    )
    op.create_table(
        "clinic_diagnosis",
        sa.Column("visit_id", columns.Uuid, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("code", columns.Text(8), nullable=False),
        sa.Column("text", columns.Text(200), nullable=False),
        sa.Column(
            "certainty", columns.Text(9), server_default="suspected", nullable=False
        ),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("visit_id", "number"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_diagnosis_visit",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            sa.column("certainty").in_(["suspected", "confirmed", "excluded"]),
            name="ck_clinic_diagnosis_certainty",
        ),
    )
    op.create_index(
        "ix_clinic_diagnosis_code", "clinic_diagnosis", ["code", "visit_id", "number"]
    )
    op.create_table(
        "clinic_medication",
        sa.Column("atc", columns.Text(7), nullable=False),
        sa.Column("name", columns.Text(120), nullable=False),
        sa.Column("highest_daily", columns.Packed(object), nullable=True),
        sa.Column("half_life", columns.Span(), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("atc"),
    )
    op.create_table(
        "clinic_prescription",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("visit_id", columns.Uuid, nullable=False),
        sa.Column("medication_atc", columns.Text(7), nullable=False),
        sa.Column("dose", columns.Packed(object), nullable=False),
        sa.Column("times", columns.Packed(object), nullable=False),
        sa.Column("lasts", columns.Span(), nullable=False),
        sa.Column(
            "refills", sa.SmallInteger(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("reason", columns.Text(200), nullable=True),
        sa.Column("state", columns.Text(9), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_prescription_visit",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["medication_atc"],
            ["clinic_medication.atc"],
            name="fk_clinic_prescription_medication",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(["draft", "issued", "dispensed", "withdrawn"]),
            name="ck_clinic_prescription_state",
        ),
    )
    op.create_index("ix_clinic_prescription_visit", "clinic_prescription", ["visit_id"])
    op.create_index(
        "ix_clinic_prescription_medication", "clinic_prescription", ["medication_atc"]
    )
    op.create_index(
        "ix_clinic_prescription_state", "clinic_prescription", ["state", "id"]
    )
    op.create_index(
        "ix_clinic_prescription_medication_visit",
        "clinic_prescription",
        ["medication_atc", "visit_id"],
    )
    op.create_table(
        "clinic_lab_result",
        sa.Column("visit_id", columns.Uuid, nullable=False),
        sa.Column("analyte", columns.Text(20), nullable=False),
        sa.Column("taken_at", columns.Instant(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("unit", columns.Text(20), nullable=False),
        sa.Column("reference", columns.Packed(object), nullable=True),
        sa.Column("device", columns.Json(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("visit_id", "analyte", "taken_at"),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["clinic_visit.id"],
            name="fk_clinic_lab_result_visit",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "clinic_practitioner_departments",
        sa.Column("owner_id", columns.Uuid, nullable=False),
        sa.Column("target_code", columns.Text(8), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "target_code"),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["clinic_practitioner.id"],
            name="fk_clinic_practitioner_departments_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_code"],
            ["clinic_department.code"],
            name="fk_clinic_practitioner_departments_target",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_clinic_practitioner_departments_target",
        "clinic_practitioner_departments",
        ["target_code"],
    )
    op.create_table(
        "clinic_treatment_prerequisites",
        sa.Column("owner_code", columns.Text(12), nullable=False),
        sa.Column("target_code", columns.Text(12), nullable=False),
        sa.PrimaryKeyConstraint("owner_code", "target_code"),
        sa.ForeignKeyConstraint(
            ["owner_code"],
            ["clinic_treatment.code"],
            name="fk_clinic_treatment_prerequisites_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_code"],
            ["clinic_treatment.code"],
            name="fk_clinic_treatment_prerequisites_target",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_clinic_treatment_prerequisites_target",
        "clinic_treatment_prerequisites",
        ["target_code"],
    )
    op.create_table(
        "clinic_visit_treatments",
        sa.Column("owner_id", columns.Uuid, nullable=False),
        sa.Column("target_code", columns.Text(12), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "target_code"),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["clinic_visit.id"],
            name="fk_clinic_visit_treatments_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_code"],
            ["clinic_treatment.code"],
            name="fk_clinic_visit_treatments_target",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_clinic_visit_treatments_target", "clinic_visit_treatments", ["target_code"]
    )
    op.create_table(
        "clinic_medication_interacts_with",
        sa.Column("owner_atc", columns.Text(7), nullable=False),
        sa.Column("target_atc", columns.Text(7), nullable=False),
        sa.PrimaryKeyConstraint("owner_atc", "target_atc"),
        sa.ForeignKeyConstraint(
            ["owner_atc"],
            ["clinic_medication.atc"],
            name="fk_clinic_medication_interacts_with_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_atc"],
            ["clinic_medication.atc"],
            name="fk_clinic_medication_interacts_with_target",
            ondelete="RESTRICT",
        ),
    )
    op.create_index(
        "ix_clinic_medication_interacts_with_target",
        "clinic_medication_interacts_with",
        ["target_atc"],
    )


def downgrade() -> None:
    """Drop every table."""
    op.drop_table("clinic_medication_interacts_with")
    op.drop_table("clinic_visit_treatments")
    op.drop_table("clinic_treatment_prerequisites")
    op.drop_table("clinic_practitioner_departments")
    op.drop_table("clinic_lab_result")
    op.drop_table("clinic_prescription")
    op.drop_table("clinic_medication")
    op.drop_table("clinic_diagnosis")
    op.drop_table("clinic_duty")
    op.drop_table("billing_reminder")
    op.drop_table("billing_payment")
    op.drop_table("billing_invoice_line")
    op.drop_table("billing_invoice")
    op.drop_table("clinic_visit")
    op.drop_table("clinic_appointment")
    op.drop_table("clinic_room")
    op.drop_table("clinic_department")
    op.drop_table("billing_tariff")
    op.drop_table("clinic_treatment")
    op.drop_table("billing_policy")
    op.drop_table("clinic_patient")
    op.drop_table("clinic_practitioner")
    op.drop_table("billing_payer")
    op.drop_table("service_idempotency")
    op.drop_table("service_history")
    op.drop_table("service_delivery")
    op.drop_table("service_outbox")
