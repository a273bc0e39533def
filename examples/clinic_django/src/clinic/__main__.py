"""`python -m clinic` is `manage.py`, where there is none. This file is yours."""

import sys

from django.core.management import execute_from_command_line

from clinic.generated.web import defaults
from clinic.settings import Settings


def main() -> None:
    """Run the command that the arguments name."""
    defaults.configure("clinic.config.settings", Settings)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
