"""Django's settings in every environment. This file is yours.

What differs between machines is read from the environment: see `shop/settings.py`.
"""

from shop.generated.persistence import database
from shop.generated.web import defaults
from shop.settings import Settings

SERVICE_SETTINGS = Settings()
SERVICE_FACTORY = "shop.service.create_service"

SECRET_KEY = SERVICE_SETTINGS.secret_key.get_secret_value()
DEBUG = False
ALLOWED_HOSTS = defaults.listed(SERVICE_SETTINGS.allowed_hosts)
CSRF_TRUSTED_ORIGINS = defaults.listed(SERVICE_SETTINGS.csrf_trusted_origins)

ROOT_URLCONF = "shop.config.urls"
WSGI_APPLICATION = "shop.config.wsgi.application"
ASGI_APPLICATION = "shop.config.asgi.application"

INSTALLED_APPS = ["shop.apps.ProjectConfig", *defaults.APPS]
MIDDLEWARE = [*defaults.MIDDLEWARE]
TEMPLATES = [*defaults.TEMPLATES]
AUTH_PASSWORD_VALIDATORS = [*defaults.PASSWORD_VALIDATORS]
CSRF_FAILURE_VIEW = defaults.CSRF_FAILURE_VIEW

DATABASES = {"default": database.django_settings(SERVICE_SETTINGS.database_url)}
MIGRATION_MODULES = {**defaults.MIGRATIONS}

# The contract's paths are what they are, with and without a slash.
APPEND_SLASH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = SERVICE_SETTINGS.body_limit

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

# WhiteNoise serves the admin's files as they lie in the packages.
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

# The service writes its own, in one form (`generated/logs.py`).
LOGGING_CONFIG = None
