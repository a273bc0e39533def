"""The service for ASGI servers: `clinic.config.asgi:application`. This file is yours."""

from clinic.generated.web import defaults, serving
from clinic.settings import Settings

defaults.configure("clinic.config.settings", Settings)
application = serving.asgi()
