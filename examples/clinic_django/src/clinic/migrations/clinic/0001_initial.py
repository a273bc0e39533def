"""Clinic: the first schema. This file is yours, like every migration: what is applied never changes."""

from django.db import migrations, models

from clinic.generated.contract import identifiers
from clinic.generated.persistence import applying
from clinic.generated.persistence import types as columns


class Migration(applying.Migration):
    """Create every table."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Practitioner",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                ("licence", columns.String(max_length=20)),
                ("name", columns.Packed()),
                ("family_name", columns.String(max_length=80)),
                ("specialties", columns.Packed()),
                (
                    "supervisor",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.SET_NULL,
                        db_constraint=False,
                        db_index=False,
                        related_name="trainees",
                        null=True,
                        blank=True,
                    ),
                ),
                ("contact", columns.Packed(null=True, blank=True)),
                ("signature", columns.Blob(max_length=65536, null=True, blank=True)),
                ("active", columns.Flag(db_default=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_practitioner",
                "verbose_name": "practitioner",
                "verbose_name_plural": "practitioners",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("supervisor",), name="ix_clinic_practitioner_supervisor"
                    ),
                ],
                "constraints": [
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Patient",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                ("record_number", columns.String(max_length=9)),
                ("name", columns.Packed()),
                ("family_name", columns.String(max_length=80)),
                ("born_on", models.DateField()),
                ("sex", columns.String(max_length=7, db_default="unknown")),
                ("contact", columns.Packed()),
                ("languages", columns.Items()),
                ("allergies", columns.Items()),
                (
                    "guardian",
                    models.ForeignKey(
                        "clinic.Patient",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="wards",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.SET_NULL,
                        db_constraint=False,
                        db_index=False,
                        related_name="patients",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "insurance_number",
                    columns.String(max_length=20, null=True, blank=True),
                ),
                ("note", columns.Text(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_patient",
                "verbose_name": "patient",
                "verbose_name_plural": "patients",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("family_name", "id"),
                        name="ix_clinic_patient_family_name",
                    ),
                    columns.Index(
                        fields=("guardian",), name="ix_clinic_patient_guardian"
                    ),
                    columns.Index(
                        fields=("practitioner",), name="ix_clinic_patient_practitioner"
                    ),
                ],
                "constraints": [
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
                        fields=("record_number",),
                        name="uq_clinic_patient_record_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            sex__in=["female", "male", "other", "unknown"]
                        ),
                        name="ck_clinic_patient_sex",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Treatment",
            fields=[
                (
                    "code",
                    columns.String(max_length=12, primary_key=True, serialize=False),
                ),
                ("title", columns.String(max_length=120)),
                ("takes", columns.Span()),
                ("done_by", columns.Packed()),
                ("needs", columns.String(max_length=10, db_default="consulting")),
                ("preparation", columns.Text(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_treatment",
                "verbose_name": "treatment",
                "verbose_name_plural": "treatments",
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            needs__in=[
                                "consulting",
                                "treatment",
                                "imaging",
                                "laboratory",
                            ],
                        ),
                        name="ck_clinic_treatment_needs",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Department",
            fields=[
                (
                    "code",
                    columns.String(max_length=8, primary_key=True, serialize=False),
                ),
                ("title", columns.String(max_length=80)),
                (
                    "part_of",
                    models.ForeignKey(
                        "clinic.Department",
                        models.RESTRICT,
                        db_column="part_of_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="parts",
                        null=True,
                        blank=True,
                    ),
                ),
                ("opens_at", columns.TimeOfDay()),
                ("closes_at", columns.TimeOfDay()),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_department",
                "verbose_name": "department",
                "verbose_name_plural": "departments",
                "ordering": ("code",),
                "indexes": [
                    columns.Index(
                        fields=("part_of",), name="ix_clinic_department_part_of"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_department_part_of",
                        columns=("part_of_code",),
                        table="clinic_department",
                        targets=("code",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "department_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        "clinic.Department",
                        models.CASCADE,
                        db_column="department_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="rooms",
                    ),
                ),
                ("number", models.SmallIntegerField()),
                ("kind", columns.String(max_length=10, db_default="consulting")),
                ("area", columns.Double(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_room",
                "verbose_name": "room",
                "verbose_name_plural": "rooms",
                "ordering": ("department_id", "number"),
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_room_department",
                        columns=("department_code",),
                        table="clinic_department",
                        targets=("code",),
                        on_delete="CASCADE",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            kind__in=[
                                "consulting",
                                "treatment",
                                "imaging",
                                "laboratory",
                            ],
                        ),
                        name="ck_clinic_room_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        "clinic.Patient",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="appointments",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="appointments",
                    ),
                ),
                (
                    "room",
                    models.ForeignObject(
                        "clinic.Room",
                        models.DO_NOTHING,
                        from_fields=("room_department_code", "room_number"),
                        to_fields=("department_id", "number"),
                        related_name="appointments",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "room_department_code",
                    columns.String(max_length=8, null=True, blank=True),
                ),
                ("room_number", models.SmallIntegerField(null=True, blank=True)),
                (
                    "treatment",
                    models.ForeignKey(
                        "clinic.Treatment",
                        models.RESTRICT,
                        db_column="treatment_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
                ("starts_at", columns.Instant()),
                ("takes", columns.Span()),
                ("urgency", columns.String(max_length=7, db_default="routine")),
                ("channel", columns.String(max_length=8, db_default="desk")),
                ("complaint", columns.String(max_length=500, null=True, blank=True)),
                ("reminders", columns.Packed(default=list)),
                ("arrived_at", columns.Instant(null=True, blank=True)),
                ("state", columns.String(max_length=9, default="requested")),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_appointment",
                "verbose_name": "appointment",
                "verbose_name_plural": "appointments",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("room_department_code", "room_number"),
                        name="ix_clinic_appointment_room",
                    ),
                    columns.Index(
                        fields=("treatment",), name="ix_clinic_appointment_treatment"
                    ),
                    columns.Index(
                        fields=("starts_at", "id"),
                        name="ix_clinic_appointment_starts_at",
                    ),
                    columns.Index(
                        fields=("state", "id"), name="ix_clinic_appointment_state"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_appointment_patient",
                        columns=("patient_id",),
                        table="clinic_patient",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_appointment_practitioner",
                        columns=("practitioner_id",),
                        table="clinic_practitioner",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_appointment_room",
                        columns=("room_department_code", "room_number"),
                        table="clinic_room",
                        targets=("department_code", "number"),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_appointment_treatment",
                        columns=("treatment_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="RESTRICT",
                    ),
                    models.UniqueConstraint(
                        fields=("practitioner", "starts_at"),
                        name="uq_clinic_appointment_practitioner_starts_at",
                    ),
                    models.UniqueConstraint(
                        fields=("patient", "starts_at"),
                        name="uq_clinic_appointment_patient_starts_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(urgency__in=["routine", "urgent", "stat"]),
                        name="ck_clinic_appointment_urgency",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            channel__in=["desk", "phone", "web", "referral"]
                        ),
                        name="ck_clinic_appointment_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            state__in=[
                                "requested",
                                "confirmed",
                                "waiting",
                                "done",
                                "cancelled",
                                "missed",
                            ],
                        ),
                        name="ck_clinic_appointment_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        "clinic.Appointment",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="visit",
                    ),
                ),
                ("vitals", columns.Packed(null=True, blank=True)),
                ("history", columns.Text(null=True, blank=True)),
                ("findings", columns.Json(null=True, blank=True)),
                ("spirometry", columns.Packed(null=True, blank=True)),
                (
                    "signed_by",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                        null=True,
                        blank=True,
                    ),
                ),
                ("signed_at", columns.Instant(null=True, blank=True)),
                ("amendment", columns.String(max_length=500, null=True, blank=True)),
                ("state", columns.String(max_length=7, default="open")),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_visit",
                "verbose_name": "visit",
                "verbose_name_plural": "visits",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("signed_by",), name="ix_clinic_visit_signed_by"
                    ),
                    columns.Index(fields=("state", "id"), name="ix_clinic_visit_state"),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_visit_appointment",
                        columns=("appointment_id",),
                        table="clinic_appointment",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_visit_signed_by",
                        columns=("signed_by_id",),
                        table="clinic_practitioner",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    models.UniqueConstraint(
                        fields=("appointment",), name="uq_clinic_visit_appointment"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(state__in=["open", "signed", "amended"]),
                        name="ck_clinic_visit_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "practitioner_id",
                        "weekday",
                        "from_field",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="duties",
                    ),
                ),
                ("weekday", columns.String(max_length=9)),
                ("from_field", columns.TimeOfDay(db_column="from")),
                ("to", columns.TimeOfDay()),
                ("slot", columns.Span()),
                (
                    "room",
                    models.ForeignObject(
                        "clinic.Room",
                        models.DO_NOTHING,
                        from_fields=("room_department_code", "room_number"),
                        to_fields=("department_id", "number"),
                        related_name="+",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "room_department_code",
                    columns.String(max_length=8, null=True, blank=True),
                ),
                ("room_number", models.SmallIntegerField(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_duty",
                "verbose_name": "duty",
                "verbose_name_plural": "duties",
                "ordering": ("practitioner_id", "weekday", "from_field"),
                "indexes": [
                    columns.Index(
                        fields=("room_department_code", "room_number"),
                        name="ix_clinic_duty_room",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_duty_practitioner",
                        columns=("practitioner_id",),
                        table="clinic_practitioner",
                        targets=("id",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_duty_room",
                        columns=("room_department_code", "room_number"),
                        table="clinic_room",
                        targets=("department_code", "number"),
                        on_delete="SET NULL",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            weekday__in=[
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Diagnosis",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "visit_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        "clinic.Visit",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="diagnoses",
                    ),
                ),
                ("number", models.SmallIntegerField()),
                ("code", columns.String(max_length=8)),
                ("text", columns.String(max_length=200)),
                ("certainty", columns.String(max_length=9, db_default="suspected")),
                ("since", models.DateField(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_diagnosis",
                "verbose_name": "diagnosis",
                "verbose_name_plural": "diagnosises",
                "ordering": ("visit_id", "number"),
                "indexes": [
                    columns.Index(
                        fields=("code", "visit", "number"),
                        name="ix_clinic_diagnosis_code",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_diagnosis_visit",
                        columns=("visit_id",),
                        table="clinic_visit",
                        targets=("id",),
                        on_delete="CASCADE",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            certainty__in=["suspected", "confirmed", "excluded"]
                        ),
                        name="ck_clinic_diagnosis_certainty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medication",
            fields=[
                (
                    "atc",
                    columns.String(max_length=7, primary_key=True, serialize=False),
                ),
                ("name", columns.String(max_length=120)),
                ("highest_daily", columns.Packed(null=True, blank=True)),
                ("half_life", columns.Span(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_medication",
                "verbose_name": "medication",
                "verbose_name_plural": "medications",
                "ordering": ("atc",),
            },
        ),
        migrations.CreateModel(
            name="Prescription",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        "clinic.Visit",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="prescriptions",
                    ),
                ),
                (
                    "medication",
                    models.ForeignKey(
                        "clinic.Medication",
                        models.RESTRICT,
                        db_column="medication_atc",
                        db_constraint=False,
                        db_index=False,
                        related_name="prescriptions",
                    ),
                ),
                ("dose", columns.Packed()),
                ("times", columns.Packed()),
                ("lasts", columns.Span()),
                ("refills", models.SmallIntegerField(db_default=0)),
                ("reason", columns.String(max_length=200, null=True, blank=True)),
                ("state", columns.String(max_length=9, default="draft")),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "clinic_prescription",
                "verbose_name": "prescription",
                "verbose_name_plural": "prescriptions",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("visit",), name="ix_clinic_prescription_visit"
                    ),
                    columns.Index(
                        fields=("medication",), name="ix_clinic_prescription_medication"
                    ),
                    columns.Index(
                        fields=("state", "id"), name="ix_clinic_prescription_state"
                    ),
                    columns.Index(
                        fields=("medication", "visit"),
                        name="ix_clinic_prescription_medication_visit",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_prescription_visit",
                        columns=("visit_id",),
                        table="clinic_visit",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_prescription_medication",
                        columns=("medication_atc",),
                        table="clinic_medication",
                        targets=("atc",),
                        on_delete="RESTRICT",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            state__in=["draft", "issued", "dispensed", "withdrawn"]
                        ),
                        name="ck_clinic_prescription_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LabResult",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "visit_id",
                        "analyte",
                        "taken_at",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        "clinic.Visit",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="lab_results",
                    ),
                ),
                ("analyte", columns.String(max_length=20)),
                ("taken_at", columns.Instant()),
                ("value", columns.Double()),
                ("unit", columns.String(max_length=20)),
                ("reference", columns.Packed(null=True, blank=True)),
                ("device", columns.Json()),
                ("row_version", models.BigIntegerField(default=1)),
            ],
            options={
                "db_table": "clinic_lab_result",
                "verbose_name": "lab result",
                "verbose_name_plural": "lab results",
                "ordering": ("visit_id", "analyte", "taken_at"),
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_lab_result_visit",
                        columns=("visit_id",),
                        table="clinic_visit",
                        targets=("id",),
                        on_delete="CASCADE",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PractitionerDepartmentsLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "target_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        "clinic.Practitioner",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        "clinic.Department",
                        models.RESTRICT,
                        db_column="target_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "db_table": "clinic_practitioner_departments",
                "indexes": [
                    columns.Index(
                        fields=("target",),
                        name="ix_clinic_practitioner_departments_target",
                    ),
                ],
                "constraints": [
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
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="Practitioner",
                    name="departments",
                    field=models.ManyToManyField(
                        "clinic.Department",
                        through="clinic.PractitionerDepartmentsLink",
                        through_fields=("owner", "target"),
                        related_name="practitioners",
                        blank=True,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TreatmentPrerequisitesLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "target_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        "clinic.Treatment",
                        models.CASCADE,
                        db_column="owner_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        "clinic.Treatment",
                        models.RESTRICT,
                        db_column="target_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "db_table": "clinic_treatment_prerequisites",
                "indexes": [
                    columns.Index(
                        fields=("target",),
                        name="ix_clinic_treatment_prerequisites_target",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_treatment_prerequisites_owner",
                        columns=("owner_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_treatment_prerequisites_target",
                        columns=("target_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="Treatment",
                    name="prerequisites",
                    field=models.ManyToManyField(
                        "clinic.Treatment",
                        through="clinic.TreatmentPrerequisitesLink",
                        through_fields=("owner", "target"),
                        related_name="required_for",
                        symmetrical=False,
                        blank=True,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="VisitTreatmentsLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "target_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        "clinic.Visit",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        "clinic.Treatment",
                        models.RESTRICT,
                        db_column="target_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "db_table": "clinic_visit_treatments",
                "indexes": [
                    columns.Index(
                        fields=("target",), name="ix_clinic_visit_treatments_target"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_visit_treatments_owner",
                        columns=("owner_id",),
                        table="clinic_visit",
                        targets=("id",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_visit_treatments_target",
                        columns=("target_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="Visit",
                    name="treatments",
                    field=models.ManyToManyField(
                        "clinic.Treatment",
                        through="clinic.VisitTreatmentsLink",
                        through_fields=("owner", "target"),
                        related_name="visits",
                        blank=True,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MedicationInteractsWithLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "owner_id",
                        "target_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        "clinic.Medication",
                        models.CASCADE,
                        db_column="owner_atc",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        "clinic.Medication",
                        models.RESTRICT,
                        db_column="target_atc",
                        db_constraint=False,
                        db_index=False,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "db_table": "clinic_medication_interacts_with",
                "indexes": [
                    columns.Index(
                        fields=("target",),
                        name="ix_clinic_medication_interacts_with_target",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_medication_interacts_with_owner",
                        columns=("owner_atc",),
                        table="clinic_medication",
                        targets=("atc",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_clinic_medication_interacts_with_target",
                        columns=("target_atc",),
                        table="clinic_medication",
                        targets=("atc",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="Medication",
                    name="interacts_with",
                    field=models.ManyToManyField(
                        "clinic.Medication",
                        through="clinic.MedicationInteractsWithLink",
                        through_fields=("owner", "target"),
                        related_name="interacting",
                        symmetrical=False,
                        blank=True,
                    ),
                ),
            ],
        ),
    ]
