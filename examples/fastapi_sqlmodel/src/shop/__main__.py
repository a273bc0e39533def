"""`python -m shop`: serve, migrate, seed, relay. This file is yours."""

import sys

from shop.app import create_app
from shop.generated.web.serving import main
from shop.settings import Settings

if __name__ == "__main__":
    sys.exit(main(Settings, create_app))
