# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The tables that belong to no ontology: events on their way, history, stored answers."""

from django.db import models

from . import types as columns


class OutboxRow(models.Model):
    """An event, from the transaction that emitted it until every consumer has taken it."""

    position = columns.BigCounter(primary_key=True)
    event_id = columns.Uuid()
    type = columns.String(max_length=200)
    subject = columns.String(max_length=255)
    payload = columns.Json()
    occurred_at = columns.Instant()
    caused_by = columns.String(max_length=255)
    request_id = columns.String(max_length=128)
    attempts = models.IntegerField(default=0)
    available_at = columns.Instant()
    done_at = columns.Instant(null=True, blank=True)
    parked_at = columns.Instant(null=True, blank=True)
    error = columns.Text(null=True, blank=True)

    class Meta:
        db_table = "service_outbox"
        verbose_name = "event"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("event_id",), name="uq_service_outbox_event_id"
            ),
        )
        indexes = (
            columns.Index(
                fields=("done_at", "parked_at", "available_at"),
                name="ix_service_outbox_open",
            ),
            columns.Index(
                fields=("subject", "position"), name="ix_service_outbox_subject"
            ),
        )

    def __str__(self) -> str:
        return f"{self.type} {self.event_id}"


class DeliveryRow(models.Model):
    """A consumer (the publisher or a trigger) that has taken an event: it never gets it twice."""

    pk = models.CompositePrimaryKey("event_id", "consumer")
    event_id = columns.Uuid()
    consumer = columns.String(max_length=200)
    at = columns.Instant()

    class Meta:
        db_table = "service_delivery"
        verbose_name = "delivery"
        verbose_name_plural = "deliveries"
        ordering = ("event_id", "consumer")

    def __str__(self) -> str:
        return f"{self.event_id} for {self.consumer}"


class HistoryRow(models.Model):
    """A transition that an object has made."""

    position = columns.BigCounter(primary_key=True)
    subject = columns.String(max_length=255)
    transition = columns.String(max_length=100)
    from_state = columns.String(max_length=100)
    to_state = columns.String(max_length=100)
    fields = columns.Json()
    at = columns.Instant()
    by = columns.String(max_length=255)

    class Meta:
        db_table = "service_history"
        verbose_name = "history entry"
        verbose_name_plural = "history entries"
        ordering = ("position",)
        indexes = (
            columns.Index(
                fields=("subject", "position"), name="ix_service_history_subject"
            ),
        )

    def __str__(self) -> str:
        return f"{self.transition} of {self.subject}"


class IdempotencyRow(models.Model):
    """The answer that was given to an idempotency key."""

    pk = models.CompositePrimaryKey("caller", "key")
    caller = columns.String(max_length=255)
    key = columns.String(max_length=255)
    digest = columns.String(max_length=64)
    status = models.IntegerField(null=True, blank=True)
    headers = columns.Json(null=True, blank=True)
    body = columns.Blob(null=True, blank=True)
    at = columns.Instant()

    class Meta:
        db_table = "service_idempotency"
        verbose_name = "stored answer"
        ordering = ("caller", "key")
        indexes = (columns.Index(fields=("at",), name="ix_service_idempotency_at"),)

    def __str__(self) -> str:
        return f"{self.key} of {self.caller}"
