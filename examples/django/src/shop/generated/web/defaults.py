# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What Django's settings start from: `shop.config.settings` takes these by name."""

import os
import sys
from collections.abc import Callable

from pydantic import ValidationError

from ..persistence import installed
from ..settings import Settings

APPS = [
    "shop.generated.web",
    *installed.APPS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIGRATIONS = installed.MIGRATIONS
MIDDLEWARE = [
    "shop.generated.web.middleware.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
CSRF_FAILURE_VIEW = "shop.generated.web.problems.csrf_failure"


def listed(text: str) -> list[str]:
    """Return the parts of a text between its commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def configure(package: str, settings: Callable[[], Settings]) -> None:
    """Let Django use the settings in `package` of the environment that ENVIRONMENT names.

    A setting that does not fit is named, and ends the process. DJANGO_SETTINGS_MODULE goes first.
    """
    try:
        environment = settings().environment
    except ValidationError as error:
        for problem in error.errors():
            if problem["type"] == "default_factory_not_called":
                continue  # it follows from another, which is told
            name = ".".join(str(part) for part in problem["loc"]).upper()
            print(f"{name or 'settings'}: {problem['msg']}")  # noqa: T201
        sys.exit(1)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"{package}.{environment}")
