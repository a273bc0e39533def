"""What you add to the service as an application of Django: models, signals, the admin. This file is yours."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Your own part of the project."""

    name = "clinic"
    label = "clinic_project"
    verbose_name = "Clinic"
