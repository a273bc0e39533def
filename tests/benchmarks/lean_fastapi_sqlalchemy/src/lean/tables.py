"""The tables of the shop as a rendered one has them, typed as cheaply as their values allow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects.postgresql import JSONB

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class _NaiveUtc(TypeDecorator[datetime]):
    """A moment in UTC where the database keeps no zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=UTC)


class _NaiveUtcMicroseconds(_NaiveUtc):
    impl = mysql.DATETIME(fsp=6)
    cache_ok = True


# PostgreSQL's sessions are set to UTC, so its driver's datetimes need no second look.
Instant = (
    DateTime(timezone=True)
    .with_variant(_NaiveUtc, "sqlite")
    .with_variant(_NaiveUtcMicroseconds, "mysql", "mariadb")
)
Document = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
Key = Uuid().with_variant(Uuid(native_uuid=False), "mysql", "mariadb")
Counter = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()
customers = Table(
    "shop_customer",
    metadata,
    Column("id", Key, primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("address", Document),
    Column("row_version", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
orders = Table(
    "shop_order",
    metadata,
    Column("id", Key, primary_key=True),
    Column("customer_id", ForeignKey("shop_customer.id"), nullable=False, index=True),
    Column("total", Numeric(12, 2), nullable=False),
    Column("channel", String(5), nullable=False),
    Column("tags", Document, nullable=False),
    Column("note", Text),
    Column("placed_at", Instant, nullable=False, index=True),
    Column("state", String(9), nullable=False, index=True),
    Column("row_version", BigInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    UniqueConstraint("customer_id", "placed_at"),
)
outbox = Table(
    "service_outbox",
    metadata,
    Column("position", Counter, primary_key=True),
    Column("event_id", Key, nullable=False, unique=True),
    Column("type", String(200), nullable=False),
    Column("subject", String(255), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("caused_by", String(255), nullable=False),
    Column("request_id", String(128), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("available_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("parked_at", Instant),
    Column("error", Text),
)
history = Table(
    "service_history",
    metadata,
    Column("position", Counter, primary_key=True),
    Column("subject", String(255), nullable=False, index=True),
    Column("transition", String(100), nullable=False),
    Column("from_state", String(100), nullable=False),
    Column("to_state", String(100), nullable=False),
    Column("fields", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String(255), nullable=False),
)
