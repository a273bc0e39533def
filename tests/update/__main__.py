"""`python -m tests.update`: update a project under every fault, print what was seen in one table.

Ends with 1 where something was lost, half done, or told wrongly.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.update.attempts import World
from tests.update.faults import TRIALS, table


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.update", description=__doc__)
    parser.add_argument("--only", choices=list(TRIALS), action="append", help="one kind of fault")
    chosen = parser.parse_args().only or list(TRIALS)
    with tempfile.TemporaryDirectory() as directory:
        world = World.made(Path(directory))
        found = {name: list(TRIALS[name](world, 1)) for name in chosen}
    sys.stdout.write(table(found))
    bad = [attempt for attempts in found.values() for attempt in attempts if not attempt.holds]
    for attempt in bad:
        sys.stderr.write(f"{attempt.lost} {attempt.code} {attempt.said}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
