"""The first schema. This file is yours, like every migration: what is applied never changes."""

import sqlalchemy as sa
from alembic import op

from shop.generated.persistence import types as columns

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
        "shop_customer",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("email", columns.Text(254), nullable=False),
        sa.Column("name", columns.Text(120), nullable=False),
        sa.Column("address", columns.Packed(object), nullable=True),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email", name="uq_shop_customer_email"),
    )
    op.create_table(
        "shop_order",
        sa.Column("id", columns.Uuid, nullable=False),
        sa.Column("customer_id", columns.Uuid, nullable=False),
        sa.Column("total", columns.Exact(12, 2), nullable=False),
        sa.Column("channel", columns.Text(5), server_default="web", nullable=False),
        sa.Column("tags", columns.Items(), nullable=False),
        sa.Column("note", columns.Text(), nullable=True),
        sa.Column("placed_at", columns.Instant(), nullable=False),
        sa.Column("state", columns.Text(9), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["shop_customer.id"],
            name="fk_shop_order_customer",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint(
            "customer_id", "placed_at", name="uq_shop_order_customer_placed_at"
        ),
        sa.CheckConstraint(
            sa.column("channel").in_(["web", "phone", "store"]),
            name="ck_shop_order_channel",
        ),
        sa.CheckConstraint(
            sa.column("state").in_(["created", "approved", "shipped", "cancelled"]),
            name="ck_shop_order_state",
        ),
    )
    op.create_index("ix_shop_order_placed_at", "shop_order", ["placed_at", "id"])
    op.create_index("ix_shop_order_state", "shop_order", ["state", "id"])
    op.create_table(
        "shop_order_line",
        sa.Column("order_id", columns.Uuid, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product", columns.Text(80), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", columns.Instant(), nullable=False),
        sa.Column("updated_at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", "number"),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["shop_order.id"],
            name="fk_shop_order_line_order",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    """Drop every table."""
    op.drop_table("shop_order_line")
    op.drop_table("shop_order")
    op.drop_table("shop_customer")
    op.drop_table("service_idempotency")
    op.drop_table("service_history")
    op.drop_table("service_delivery")
    op.drop_table("service_outbox")
