"""The tables of the shop as a rendered one has them, in Django's own types."""

from __future__ import annotations

from django.db import models


class Order(models.Model):
    """A row of shop_order."""

    id = models.UUIDField(primary_key=True)
    customer_id = models.UUIDField()
    total = models.DecimalField(max_digits=12, decimal_places=2)
    channel = models.TextField()
    tags = models.JSONField()
    note = models.TextField(null=True)  # noqa: DJ001 (null is a value of its own here)
    placed_at = models.DateTimeField()
    state = models.TextField()
    row_version = models.BigIntegerField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        app_label = "lean_django"
        db_table = "shop_order"
        managed = False

    def __str__(self) -> str:
        return str(self.id)


class Outbox(models.Model):
    """A row of service_outbox."""

    position = models.BigAutoField(primary_key=True)
    event_id = models.UUIDField()
    type = models.TextField()
    subject = models.TextField()
    payload = models.JSONField()
    occurred_at = models.DateTimeField()
    caused_by = models.TextField()
    request_id = models.TextField()
    attempts = models.IntegerField()
    available_at = models.DateTimeField()

    class Meta:
        app_label = "lean_django"
        db_table = "service_outbox"
        managed = False

    def __str__(self) -> str:
        return str(self.event_id)


class History(models.Model):
    """A row of service_history."""

    position = models.BigAutoField(primary_key=True)
    subject = models.TextField()
    transition = models.TextField()
    from_state = models.TextField()
    to_state = models.TextField()
    fields = models.JSONField()
    at = models.DateTimeField()
    by = models.TextField()

    class Meta:
        app_label = "lean_django"
        db_table = "service_history"
        managed = False

    def __str__(self) -> str:
        return self.subject
