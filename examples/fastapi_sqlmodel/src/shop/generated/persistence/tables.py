# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The tables that belong to no ontology: events on their way, history, stored answers."""

from datetime import datetime
from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import Index, MetaData, Table, UniqueConstraint, inspect
from sqlmodel import Field, SQLModel

from .types import AutoInteger, Instant, Json, Text, Uuid


class Base(SQLModel):
    """Base of every table; the names of its constraints are what migrations compare."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        },
    )


def table_of(row: type[Base]) -> Table:
    """Return the table of a row, which statements are made of."""
    return cast("Table", inspect(row).local_table)


class OutboxRow(Base, table=True):
    """An event, from the transaction that emitted it until every consumer has taken it."""

    __tablename__ = "service_outbox"
    __table_args__ = (
        UniqueConstraint("event_id", name="uq_service_outbox_event_id"),
        Index("ix_service_outbox_open", "done_at", "parked_at", "available_at"),
        Index("ix_service_outbox_subject", "subject", "position"),
    )

    position: int | None = Field(default=None, sa_type=AutoInteger, primary_key=True)
    event_id: UUID = Field(sa_type=Uuid)
    type: str = Field(sa_type=Text(200))
    subject: str = Field(sa_type=Text(255))
    payload: Any = Field(sa_type=Json)
    occurred_at: datetime = Field(sa_type=Instant)
    caused_by: str = Field(sa_type=Text(255))
    request_id: str = Field(sa_type=Text(128))
    attempts: int = 0
    available_at: datetime = Field(sa_type=Instant)
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    parked_at: datetime | None = Field(default=None, sa_type=Instant)
    error: str | None = Field(default=None, sa_type=Text)


class DeliveryRow(Base, table=True):
    """A consumer (the publisher or a trigger) that has taken an event: it never gets it twice."""

    __tablename__ = "service_delivery"

    event_id: UUID = Field(sa_type=Uuid, primary_key=True)
    consumer: str = Field(sa_type=Text(200), primary_key=True)
    at: datetime = Field(sa_type=Instant)


class HistoryRow(Base, table=True):
    """A transition that an object has made."""

    __tablename__ = "service_history"
    __table_args__ = (Index("ix_service_history_subject", "subject", "position"),)

    position: int | None = Field(default=None, sa_type=AutoInteger, primary_key=True)
    subject: str = Field(sa_type=Text(255))
    transition: str = Field(sa_type=Text(100))
    from_state: str = Field(sa_type=Text(100))
    to_state: str = Field(sa_type=Text(100))
    fields: Any = Field(sa_type=Json)
    at: datetime = Field(sa_type=Instant)
    by: str = Field(sa_type=Text(255))


class IdempotencyRow(Base, table=True):
    """The answer that was given to an idempotency key."""

    __tablename__ = "service_idempotency"
    __table_args__ = (Index("ix_service_idempotency_at", "at"),)

    caller: str = Field(sa_type=Text(255), primary_key=True)
    key: str = Field(sa_type=Text(255), primary_key=True)
    digest: str = Field(sa_type=Text(64))
    status: int | None = None
    headers: Any | None = Field(default=None, sa_type=Json)
    body: bytes | None = None
    at: datetime = Field(sa_type=Instant)


OUTBOX = table_of(OutboxRow)
DELIVERY = table_of(DeliveryRow)
HISTORY = table_of(HistoryRow)
IDEMPOTENCY = table_of(IdempotencyRow)
