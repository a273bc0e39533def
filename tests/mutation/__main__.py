"""`python -m tests.mutation`: break a function of `extensions/` in one place, see whether a quick test fails.

A random sample of all mutants is tried, or all of them (`--percent 100`, for hours), in the packages that are
named, or in each.
Prints those that survived and the share that was killed, by package. `mutmut show NAME`, in the package's
folder of build/mutation, shows one.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.mutation.scoring import Score, sample, table
from tests.mutation.units import UNITS
from tests.mutation.workplace import Mutant, generate, mutants_of, run


def main() -> int:
    """Mutate, run, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=f"of {', '.join(UNITS)}")
    parser.add_argument("--percent", type=float, default=2.5, help="how many of the mutants to try")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    scores = []
    for unit in chosen.packages or UNITS:
        start = time.monotonic()
        there = generate(unit, chosen.workers)
        tried = sample(there, chosen.percent, chosen.seed)
        scores.append(_score(unit, len(there), tried, chosen.workers))
        _say(f"{unit}: {scores[-1].killed} of {scores[-1].tried} killed, {time.monotonic() - start:.0f} s")
    _say(table(scores))
    return 0


def _score(unit: str, count: int, tried: list[Mutant], workers: int) -> Score:
    """Try what nobody has killed yet, print what survives."""
    names = {mutant.name for mutant in tried}
    if left := [mutant.name for mutant in tried if not mutant.killed]:
        run(unit, left, workers)
    now = [mutant for mutant in mutants_of(unit) if mutant.name in names]
    for mutant in now:
        if not mutant.killed:
            _say(f"  {mutant.status}: {mutant.name}")
    return Score(unit, count, len(now), sum(mutant.killed for mutant in now))


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
