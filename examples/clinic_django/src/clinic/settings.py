"""The settings. This file is yours: what you add is read from the environment and from `.env`."""

from clinic.generated import settings


class Settings(settings.Settings):
    """The settings of clinic."""
