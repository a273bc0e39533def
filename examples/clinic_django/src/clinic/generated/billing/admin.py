# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The admin of Billing."""

from django.contrib import admin

from ..web.admin import ObjectAdmin
from .contract import invoice as billing_invoice
from .contract import payer as billing_payer
from .contract import payment as billing_payment
from .contract import reminder as billing_reminder
from .models import Invoice, Payer, Payment, Reminder


@admin.register(Payer)
class PayerAdmin(ObjectAdmin):
    """The payer."""

    shape = billing_payer.PayerCreate
    writes = ["create", "update", "delete"]
    key = ["number"]
    list_display = ["number", "name", "kind", "pays_within"]
    list_filter = ["kind"]
    search_fields = ["name"]
    readonly_fields = ["row_version", "created_at", "updated_at"]
    private_fields = ["iban"]


@admin.register(Invoice)
class InvoiceAdmin(ObjectAdmin):
    """The invoice."""

    shape = billing_invoice.InvoiceCreate
    writes = ["create", "update", "delete"]
    key = ["number"]
    list_display = [
        "number",
        "visit",
        "drawn_up_on",
        "total",
        "due_on",
        "paid_at",
        "state",
    ]
    list_filter = ["state", "drawn_up_on", "due_on", "paid_at"]
    list_select_related = ["visit"]
    autocomplete_fields = ["visit"]
    readonly_fields = [
        "drawn_up_on",
        "due_on",
        "paid_at",
        "state",
        "row_version",
        "created_at",
        "updated_at",
    ]


@admin.register(Payment)
class PaymentAdmin(ObjectAdmin):
    """The payment."""

    shape = billing_payment.PaymentCreate
    writes = ["create"]
    key = ["id"]
    list_display = ["id", "invoice", "amount", "method", "received_at", "reference"]
    list_filter = ["method", "received_at"]
    search_fields = ["reference"]
    list_select_related = ["invoice"]
    raw_id_fields = ["invoice"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


@admin.register(Reminder)
class ReminderAdmin(ObjectAdmin):
    """The reminder."""

    shape = billing_reminder.ReminderCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = ["id", "invoice", "follows", "fee", "sent_on"]
    list_filter = ["sent_on"]
    list_select_related = ["invoice", "follows"]
    raw_id_fields = ["invoice", "follows"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


# Django's admin knows no keys of several fields: what has one is not there.
HIDDEN = ["Policy", "Tariff", "InvoiceLine"]
