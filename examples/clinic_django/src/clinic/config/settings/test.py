"""Django's settings in tests. This file is yours."""

import os

from clinic.config.settings import base
from clinic.config.settings.base import *  # noqa: F403 - what follows differs
from clinic.generated.persistence import database

# SQLite in memory, or what TEST_DATABASE_URL names; Django makes a database of its own there.
SERVICE_SETTINGS = base.SERVICE_SETTINGS.model_copy(
    update={
        "database_url": os.environ.get("TEST_DATABASE_URL", "sqlite://"),
        "relay": False,
        "log_level": "ERROR",
    }
)
DATABASES = {"default": database.django_settings(SERVICE_SETTINGS.database_url)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
