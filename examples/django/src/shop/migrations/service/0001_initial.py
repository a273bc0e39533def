"""The service's own tables. This file is yours, like every migration: what is applied never changes."""

from django.db import migrations, models

from shop.generated.persistence import applying
from shop.generated.persistence import types as columns


class Migration(applying.Migration):
    """Create them."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="OutboxRow",
            fields=[
                ("position", columns.BigCounter(primary_key=True, serialize=False)),
                ("event_id", columns.Uuid()),
                ("type", columns.String(max_length=200)),
                ("subject", columns.String(max_length=255)),
                ("payload", columns.Json()),
                ("occurred_at", columns.Instant()),
                ("caused_by", columns.String(max_length=255)),
                ("request_id", columns.String(max_length=128)),
                ("attempts", models.IntegerField(default=0)),
                ("available_at", columns.Instant()),
                ("done_at", columns.Instant(null=True, blank=True)),
                ("parked_at", columns.Instant(null=True, blank=True)),
                ("error", columns.Text(null=True, blank=True)),
            ],
            options={
                "db_table": "service_outbox",
                "verbose_name": "event",
                "ordering": ("position",),
                "indexes": [
                    columns.Index(
                        fields=("done_at", "parked_at", "available_at"),
                        name="ix_service_outbox_open",
                    ),
                    columns.Index(
                        fields=("subject", "position"), name="ix_service_outbox_subject"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event_id",), name="uq_service_outbox_event_id"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "event_id",
                        "consumer",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("event_id", columns.Uuid()),
                ("consumer", columns.String(max_length=200)),
                ("at", columns.Instant()),
            ],
            options={
                "db_table": "service_delivery",
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ("event_id", "consumer"),
            },
        ),
        migrations.CreateModel(
            name="HistoryRow",
            fields=[
                ("position", columns.BigCounter(primary_key=True, serialize=False)),
                ("subject", columns.String(max_length=255)),
                ("transition", columns.String(max_length=100)),
                ("from_state", columns.String(max_length=100)),
                ("to_state", columns.String(max_length=100)),
                ("fields", columns.Json()),
                ("at", columns.Instant()),
                ("by", columns.String(max_length=255)),
            ],
            options={
                "db_table": "service_history",
                "verbose_name": "history entry",
                "verbose_name_plural": "history entries",
                "ordering": ("position",),
                "indexes": [
                    columns.Index(
                        fields=("subject", "position"),
                        name="ix_service_history_subject",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IdempotencyRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "caller",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("caller", columns.String(max_length=255)),
                ("key", columns.String(max_length=255)),
                ("digest", columns.String(max_length=64)),
                ("status", models.IntegerField(null=True, blank=True)),
                ("headers", columns.Json(null=True, blank=True)),
                ("body", columns.Blob(null=True, blank=True)),
                ("at", columns.Instant()),
            ],
            options={
                "db_table": "service_idempotency",
                "verbose_name": "stored answer",
                "ordering": ("caller", "key"),
                "indexes": [
                    columns.Index(fields=("at",), name="ix_service_idempotency_at")
                ],
            },
        ),
    ]
