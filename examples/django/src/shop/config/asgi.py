"""The service for ASGI servers: `shop.config.asgi:application`. This file is yours."""

from shop.generated.web import defaults, serving
from shop.settings import Settings

defaults.configure("shop.config.settings", Settings)
application = serving.asgi()
