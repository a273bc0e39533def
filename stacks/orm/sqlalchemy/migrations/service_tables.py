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
