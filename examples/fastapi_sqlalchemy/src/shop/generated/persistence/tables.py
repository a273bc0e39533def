# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The tables that belong to no ontology: events on their way, history, stored answers."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from .types import AutoInteger, Instant, Json, Text, Uuid


class Base(DeclarativeBase):
    """Base of every table; the names of its constraints are what migrations compare."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        },
    )


def table_of(row: type[Base]) -> Table:
    """Return the table of a row, which statements are made of."""
    return cast("Table", row.__table__)


class OutboxRow(Base):
    """An event, from the transaction that emitted it until every consumer has taken it."""

    __tablename__ = "service_outbox"
    __table_args__ = (
        UniqueConstraint("event_id", name="uq_service_outbox_event_id"),
        Index("ix_service_outbox_open", "done_at", "parked_at", "available_at"),
        Index("ix_service_outbox_subject", "subject", "position"),
    )

    position: Mapped[int] = mapped_column(
        AutoInteger, primary_key=True, autoincrement=True
    )
    event_id: Mapped[UUID] = mapped_column(Uuid)
    type: Mapped[str] = mapped_column(Text(200))
    subject: Mapped[str] = mapped_column(Text(255))
    payload: Mapped[Any] = mapped_column(Json)
    occurred_at: Mapped[datetime] = mapped_column(Instant)
    caused_by: Mapped[str] = mapped_column(Text(255))
    request_id: Mapped[str] = mapped_column(Text(128))
    attempts: Mapped[int] = mapped_column(default=0)
    available_at: Mapped[datetime] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    parked_at: Mapped[datetime | None] = mapped_column(Instant)
    error: Mapped[str | None] = mapped_column(Text)


class DeliveryRow(Base):
    """A consumer (the publisher or a trigger) that has taken an event: it never gets it twice."""

    __tablename__ = "service_delivery"
    __table_args__ = (PrimaryKeyConstraint("event_id", "consumer"),)

    event_id: Mapped[UUID] = mapped_column(Uuid)
    consumer: Mapped[str] = mapped_column(Text(200))
    at: Mapped[datetime] = mapped_column(Instant)


class HistoryRow(Base):
    """A transition that an object has made."""

    __tablename__ = "service_history"
    __table_args__ = (Index("ix_service_history_subject", "subject", "position"),)

    position: Mapped[int] = mapped_column(
        AutoInteger, primary_key=True, autoincrement=True
    )
    subject: Mapped[str] = mapped_column(Text(255))
    transition: Mapped[str] = mapped_column(Text(100))
    from_state: Mapped[str] = mapped_column(Text(100))
    to_state: Mapped[str] = mapped_column(Text(100))
    fields: Mapped[Any] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Text(255))


class IdempotencyRow(Base):
    """The answer that was given to an idempotency key."""

    __tablename__ = "service_idempotency"
    __table_args__ = (
        PrimaryKeyConstraint("caller", "key"),
        Index("ix_service_idempotency_at", "at"),
    )

    caller: Mapped[str] = mapped_column(Text(255))
    key: Mapped[str] = mapped_column(Text(255))
    digest: Mapped[str] = mapped_column(Text(64))
    status: Mapped[int | None] = mapped_column()
    headers: Mapped[Any | None] = mapped_column(Json)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(Instant)


OUTBOX = table_of(OutboxRow)
DELIVERY = table_of(DeliveryRow)
HISTORY = table_of(HistoryRow)
IDEMPOTENCY = table_of(IdempotencyRow)
