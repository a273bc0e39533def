# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Billing, as an application of Django."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Where its models are."""

    name = "clinic.generated.billing"
    label = "billing"
    verbose_name = "Billing"
