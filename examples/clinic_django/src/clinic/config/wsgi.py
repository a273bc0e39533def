"""The service for WSGI servers: `clinic.config.wsgi:application`. This file is yours."""

from clinic.generated.web import defaults, serving
from clinic.settings import Settings

defaults.configure("clinic.config.settings", Settings)
application = serving.wsgi()
