# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Clinic, as an application of Django."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """Where its models are."""

    name = "clinic.generated.clinic"
    label = "clinic"
    verbose_name = "Clinic"
