"""`python -m tests.migrations`: long chains of random changes, in every stack with Alembic."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from stackwright.rendering.stacks import load_stacks

from tests.databases import KINDS, Kind, absence
from tests.migrations.chains import World, chains
from tests.migrations.following import follow
from tests.schema.projects import REPOSITORY


def main() -> int:
    """Follow a chain per stack and database, and say how each went; the status counts failures."""
    stacks = [one.id for one in load_stacks(REPOSITORY).values() if one.has("alembic")]
    parser = argparse.ArgumentParser(prog="python -m tests.migrations")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stacks", nargs="+", default=stacks)
    parser.add_argument("--databases", nargs="+", default=[kind for kind in KINDS if absence(kind) is None])
    chosen = parser.parse_args()
    failed = 0
    for stack in chosen.stacks:
        for kind in chosen.databases:
            start = time.monotonic()
            told = _follow(stack, kind, chosen.steps, chosen.seed)
            failed += told is not None
            went = "as it should" if told is None else f"FAILED\n{told}"
            took = time.monotonic() - start
            print(f"{stack} {kind}: {chosen.steps} steps, {took:.0f} s, {went}", flush=True)  # noqa: T201
    return failed


def _follow(stack: str, kind: Kind, steps: int, start: int) -> str | None:
    drawn: list[object] = []

    @seed(start)
    @settings(
        max_examples=2,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(chains(steps))
    def followed(chain: list[World]) -> None:
        drawn.append(chain)
        if len(drawn) == 1:  # the simplest chain there is
            return
        with tempfile.TemporaryDirectory() as directory:
            follow(stack, kind, chain, Path(directory))

    try:
        followed()
    except AssertionError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
