"""`python -m tests.migrations`: long chains of random changes, in every stack and on every database."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.databases import KINDS, absence
from tests.migrations.chains import chain_of
from tests.migrations.following import follow
from tests.schema.projects import STACKS


def main() -> int:
    """Follow chains, say how each went, and return 1 if one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.migrations", description=__doc__)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="one chain each")
    parser.add_argument("--stacks", nargs="+", choices=STACKS, default=STACKS)
    there = [kind for kind in KINDS if absence(kind) is None]
    parser.add_argument("--databases", nargs="+", choices=there, default=there)
    chosen = parser.parse_args()
    failed = 0
    for start in chosen.seeds:
        chain = chain_of(chosen.steps, start)
        for stack in chosen.stacks:
            for kind in chosen.databases:
                began = time.monotonic()
                told = "held"
                with tempfile.TemporaryDirectory() as directory:
                    try:
                        follow(stack, kind, chain, Path(directory))
                    except AssertionError as error:
                        failed += 1
                        told = f"FAILED\n{error}"
                took = time.monotonic() - began
                name = f"{stack} {kind} seed {start}"
                print(f"{name}: {len(chain) - 1} steps, {took:.0f} s, {told}", flush=True)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
