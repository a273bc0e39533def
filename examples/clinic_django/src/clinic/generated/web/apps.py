# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The generated web as an application of Django: it brings the commands."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Commands for those who run the service: serve, seed, relay."""

    name = "clinic.generated.web"
    label = "clinic_web"
