"""`python -m clinic`: serve, migrate, seed, relay. This file is yours."""

import sys

from clinic.app import create_app
from clinic.generated.web.serving import main
from clinic.settings import Settings

if __name__ == "__main__":
    sys.exit(main(Settings, create_app))
