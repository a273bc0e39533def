"""Run the command line: `python -m stackwright`."""

from __future__ import annotations

import sys

from stackwright.cli import main

if __name__ == "__main__":
    sys.exit(main())
