"""The service for WSGI servers: `shop.config.wsgi:application`. This file is yours."""

from shop.generated.web import defaults, serving
from shop.settings import Settings

defaults.configure("shop.config.settings", Settings)
application = serving.wsgi()
