"""Billing: the first schema. This file is yours, like every migration: what is applied never changes."""

from decimal import Decimal

from django.db import migrations, models

from clinic.generated.contract import identifiers
from clinic.generated.persistence import applying
from clinic.generated.persistence import types as columns


class Migration(applying.Migration):
    """Create every table."""

    initial = True

    dependencies = [("clinic", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Payer",
            fields=[
                ("number", columns.Counter(primary_key=True, serialize=False)),
                ("name", columns.String(max_length=120)),
                ("kind", columns.String(max_length=15, db_default="statutory")),
                ("iban", columns.String(max_length=34, null=True, blank=True)),
                ("pays_within", columns.Span()),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_payer",
                "verbose_name": "payer",
                "verbose_name_plural": "payers",
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name",), name="uq_billing_payer_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            kind__in=["statutory", "private_insurer", "self_payer"]
                        ),
                        name="ck_billing_payer_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Policy",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "payer_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        "billing.Payer",
                        models.RESTRICT,
                        db_column="payer_number",
                        db_constraint=False,
                        db_index=False,
                        related_name="policies",
                    ),
                ),
                ("number", columns.String(max_length=20)),
                (
                    "patient",
                    models.ForeignKey(
                        "clinic.Patient",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="policies",
                    ),
                ),
                ("valid", columns.Packed()),
                (
                    "covers",
                    columns.Exact(
                        max_digits=5, decimal_places=2, db_default=Decimal("100.00")
                    ),
                ),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_policy",
                "verbose_name": "policy",
                "verbose_name_plural": "policies",
                "ordering": ("payer_id", "number"),
                "indexes": [
                    columns.Index(
                        fields=("patient",), name="ix_billing_policy_patient"
                    ),
                    columns.Index(
                        fields=("patient", "payer"),
                        name="ix_billing_policy_patient_payer",
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_policy_payer",
                        columns=("payer_number",),
                        table="billing_payer",
                        targets=("number",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_billing_policy_patient",
                        columns=("patient_id",),
                        table="clinic_patient",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tariff",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "treatment_id",
                        "valid_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "treatment",
                    models.ForeignKey(
                        "clinic.Treatment",
                        models.CASCADE,
                        db_column="treatment_code",
                        db_constraint=False,
                        db_index=False,
                        related_name="tariffs",
                    ),
                ),
                ("valid_from", models.DateField()),
                ("price", columns.Exact(max_digits=12, decimal_places=2)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_tariff",
                "verbose_name": "tariff",
                "verbose_name_plural": "tariffs",
                "ordering": ("treatment_id", "valid_from"),
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_tariff_treatment",
                        columns=("treatment_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="CASCADE",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                ("number", columns.BigCounter(primary_key=True, serialize=False)),
                (
                    "visit",
                    models.ForeignKey(
                        "clinic.Visit",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="invoice",
                    ),
                ),
                (
                    "policy",
                    models.ForeignObject(
                        "billing.Policy",
                        models.DO_NOTHING,
                        from_fields=("policy_payer_number", "policy_number"),
                        to_fields=("payer_id", "number"),
                        related_name="invoices",
                        null=True,
                        blank=True,
                    ),
                ),
                ("policy_payer_number", models.IntegerField(null=True, blank=True)),
                ("policy_number", columns.String(max_length=20, null=True, blank=True)),
                ("recipient", columns.Packed()),
                ("drawn_up_on", models.DateField()),
                (
                    "total",
                    columns.Exact(
                        max_digits=12, decimal_places=2, db_default=Decimal("0.00")
                    ),
                ),
                ("due_on", models.DateField(null=True, blank=True)),
                ("paid_at", columns.Instant(null=True, blank=True)),
                ("state", columns.String(max_length=11, default="draft")),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_invoice",
                "verbose_name": "invoice",
                "verbose_name_plural": "invoices",
                "ordering": ("number",),
                "indexes": [
                    columns.Index(
                        fields=("policy_payer_number", "policy_number"),
                        name="ix_billing_invoice_policy",
                    ),
                    columns.Index(
                        fields=("drawn_up_on", "number"),
                        name="ix_billing_invoice_drawn_up_on",
                    ),
                    columns.Index(
                        fields=("state", "number"), name="ix_billing_invoice_state"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_invoice_visit",
                        columns=("visit_id",),
                        table="clinic_visit",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_billing_invoice_policy",
                        columns=("policy_payer_number", "policy_number"),
                        table="billing_policy",
                        targets=("payer_number", "number"),
                        on_delete="RESTRICT",
                    ),
                    models.UniqueConstraint(
                        fields=("visit",), name="uq_billing_invoice_visit"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            state__in=[
                                "draft",
                                "sent",
                                "disputed",
                                "paid",
                                "written-off",
                            ],
                        ),
                        name="ck_billing_invoice_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "invoice_id",
                        "position",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        "billing.Invoice",
                        models.CASCADE,
                        db_column="invoice_number",
                        db_constraint=False,
                        db_index=False,
                        related_name="lines",
                    ),
                ),
                ("position", models.SmallIntegerField()),
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
                ("text", columns.String(max_length=200)),
                (
                    "quantity",
                    columns.Exact(
                        max_digits=8, decimal_places=3, db_default=Decimal("1.000")
                    ),
                ),
                ("price", columns.Exact(max_digits=12, decimal_places=2)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_invoice_line",
                "verbose_name": "invoice line",
                "verbose_name_plural": "invoice lines",
                "ordering": ("invoice_id", "position"),
                "indexes": [
                    columns.Index(
                        fields=("treatment",), name="ix_billing_invoice_line_treatment"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_invoice_line_invoice",
                        columns=("invoice_number",),
                        table="billing_invoice",
                        targets=("number",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_billing_invoice_line_treatment",
                        columns=("treatment_code",),
                        table="clinic_treatment",
                        targets=("code",),
                        on_delete="RESTRICT",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        "billing.Invoice",
                        models.RESTRICT,
                        db_column="invoice_number",
                        db_constraint=False,
                        db_index=False,
                        related_name="payments",
                    ),
                ),
                ("amount", columns.Exact(max_digits=12, decimal_places=2)),
                ("method", columns.String(max_length=8, db_default="transfer")),
                ("received_at", columns.Instant(default=identifiers.now)),
                ("reference", columns.String(max_length=140, null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_payment",
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("invoice",), name="ix_billing_payment_invoice"
                    ),
                    columns.Index(
                        fields=("reference", "id"), name="ix_billing_payment_reference"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_payment_invoice",
                        columns=("invoice_number",),
                        table="billing_invoice",
                        targets=("number",),
                        on_delete="RESTRICT",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            method__in=["transfer", "card", "cash", "SEPA"]
                        ),
                        name="ck_billing_payment_method",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        "billing.Invoice",
                        models.CASCADE,
                        db_column="invoice_number",
                        db_constraint=False,
                        db_index=False,
                        related_name="reminders",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        "billing.Reminder",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="followed_by",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "fee",
                    columns.Exact(
                        max_digits=12, decimal_places=2, db_default=Decimal("0.00")
                    ),
                ),
                ("sent_on", models.DateField()),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "billing_reminder",
                "verbose_name": "reminder",
                "verbose_name_plural": "reminders",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("invoice",), name="ix_billing_reminder_invoice"
                    ),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_billing_reminder_invoice",
                        columns=("invoice_number",),
                        table="billing_invoice",
                        targets=("number",),
                        on_delete="CASCADE",
                    ),
                    columns.ForeignKeyConstraint(
                        name="fk_billing_reminder_follows",
                        columns=("follows_id",),
                        table="billing_reminder",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    models.UniqueConstraint(
                        fields=("follows",), name="uq_billing_reminder_follows"
                    ),
                ],
            },
        ),
    ]
