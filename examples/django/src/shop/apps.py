"""What you add to the service as an application of Django: models, signals, the admin. This file is yours."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Your own part of the project."""

    name = "shop"
    label = "shop_project"
    verbose_name = "Shop"
