"""Shop: the first schema. This file is yours, like every migration: what is applied never changes."""

from django.db import migrations, models

from shop.generated.contract import identifiers
from shop.generated.persistence import applying
from shop.generated.persistence import types as columns


class Migration(applying.Migration):
    """Create every table."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Customer",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                ("email", columns.String(max_length=254)),
                ("name", columns.String(max_length=120)),
                ("address", columns.Packed(null=True, blank=True)),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "shop_customer",
                "verbose_name": "customer",
                "verbose_name_plural": "customers",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("email",), name="uq_shop_customer_email"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    columns.Uuid(
                        primary_key=True, default=identifiers.uuid7, serialize=False
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        "shop.Customer",
                        models.RESTRICT,
                        db_constraint=False,
                        db_index=False,
                        related_name="orders",
                    ),
                ),
                ("total", columns.Exact(max_digits=12, decimal_places=2)),
                ("channel", columns.String(max_length=5, db_default="web")),
                ("tags", columns.Items()),
                ("note", columns.Text(null=True, blank=True)),
                ("placed_at", columns.Instant(default=identifiers.now)),
                ("state", columns.String(max_length=9, default="created")),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "shop_order",
                "verbose_name": "order",
                "verbose_name_plural": "orders",
                "ordering": ("id",),
                "indexes": [
                    columns.Index(
                        fields=("placed_at", "id"), name="ix_shop_order_placed_at"
                    ),
                    columns.Index(fields=("state", "id"), name="ix_shop_order_state"),
                ],
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_shop_order_customer",
                        columns=("customer_id",),
                        table="shop_customer",
                        targets=("id",),
                        on_delete="RESTRICT",
                    ),
                    models.UniqueConstraint(
                        fields=("customer", "placed_at"),
                        name="uq_shop_order_customer_placed_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(channel__in=["web", "phone", "store"]),
                        name="ck_shop_order_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            state__in=["created", "approved", "shipped", "cancelled"]
                        ),
                        name="ck_shop_order_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "order_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        "shop.Order",
                        models.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="lines",
                    ),
                ),
                ("number", models.IntegerField()),
                ("product", columns.String(max_length=80)),
                ("quantity", models.IntegerField()),
                ("row_version", models.BigIntegerField(default=1)),
                ("created_at", columns.Instant(default=identifiers.now)),
                ("updated_at", columns.Instant(default=identifiers.now)),
            ],
            options={
                "db_table": "shop_order_line",
                "verbose_name": "order line",
                "verbose_name_plural": "order lines",
                "ordering": ("order_id", "number"),
                "constraints": [
                    columns.ForeignKeyConstraint(
                        name="fk_shop_order_line_order",
                        columns=("order_id",),
                        table="shop_order",
                        targets=("id",),
                        on_delete="CASCADE",
                    ),
                ],
            },
        ),
    ]
