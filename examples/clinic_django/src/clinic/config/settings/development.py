"""Django's settings on a laptop. This file is yours."""

from clinic.config.settings.base import *  # noqa: F403 - what follows differs
