"""`python -m tests.models`: 1,000 random models, rendered, and 1,000 that are spoilt; prints what was seen.

Each has a seed of its own: `--first-seed 4711 --models 1` draws a failing one again. A model is rendered in
one stack, in turn; every tenth in all stacks, and these are checked by ruff, too. Ends with 1 where something
did not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.models.checking import complaints, rendered, told, write
from tests.models.spoiling import spoilt_texts, spoilt_trees
from tests.models.strategies import models
from tests.render.conftest import READY

if TYPE_CHECKING:
    from collections.abc import Callable

_Drawn = TypeVar("_Drawn")
_ALL_STACKS_EVERY = 10


@dataclass
class Seen:
    """What there was, by name, and the seeds that failed."""

    counts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    failed: list[int] = field(default_factory=list)

    def hold(self, number: int, check: Callable[[], None]) -> None:
        """Run a check of the model of a seed; whatever it raises is a failure, and is printed."""
        try:
            check()
        except Exception:  # noqa: BLE001 (a traceback is what we look for)
            self.failed.append(number)
            _say(f"seed {number} FAILED\n{traceback.format_exc()}")


def main() -> int:
    """Draw, render, spoil, and print what was seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.models", description=__doc__)
    parser.add_argument("--models", type=int, default=1000, help="how many of each kind")
    parser.add_argument("--first-seed", type=int, default=1)
    chosen = parser.parse_args()
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.models)
    _say(f"seeds {seeds[0]} to {seeds[-1]}")
    with tempfile.TemporaryDirectory() as directory:
        failed = [_valid(seeds, Path(directory)), _spoilt(seeds)]
    return 1 if any(failed) else 0


def _valid(seeds: range, folder: Path) -> bool:
    start, seen = time.monotonic(), Seen()
    for number in seeds:
        seen.hold(number, lambda number=number: _render(number, folder, seen))  # type: ignore[misc]
    said = complaints(folder)
    stacks = ", ".join(f"{stack} {seen.counts[stack]}" for stack in READY)
    renders = sum(seen.counts[stack] for stack in READY)
    _say(
        f"models: {len(seeds):,}; renders: {renders:,} ({stacks}), each twice;"
        f" files: {seen.counts['files']:,}; failures: {_seeds(seen.failed)};"
        f" {time.monotonic() - start:.0f} s\n"
        f"projects checked by ruff: {seen.counts['checked']:,}; complaints: {said or 'none'}"
    )
    return bool(seen.failed or said)


def _render(number: int, folder: Path, seen: Seen) -> None:
    sources = drawn(models(), number)
    whole = number % _ALL_STACKS_EVERY == 0
    for stack in READY if whole else [_stack(number)]:
        made = rendered(sources, stack)
        seen.counts.update({stack: 1, "files": len(made), "checked": whole})
        if whole:
            write(made, folder / f"seed-{number}-{stack}")


def _spoilt(seeds: range) -> bool:
    start, seen = time.monotonic(), Seen()
    for number in seeds:
        seen.hold(number, lambda number=number: _tell(number, seen))  # type: ignore[misc]
    problems = sum(seen.codes.values())
    _say(
        f"spoilt models: {len(seeds):,}, of which {seen.counts['told']:,} were told {problems:,}"
        f" problems of {len(seen.codes)} codes, and {seen.counts['rendered']:,} are models yet, and rendered;"
        f" failures: {_seeds(seen.failed)}; {time.monotonic() - start:.0f} s"
    )
    return bool(seen.failed)


def _tell(number: int, seen: Seen) -> None:
    sources = drawn(st.one_of(spoilt_texts(), spoilt_trees()), number)
    if problems := told(sources):
        seen.counts["told"] += 1
        seen.codes.update(problem.code for problem in problems)
    else:
        rendered(sources, _stack(number))
        seen.counts["rendered"] += 1


def drawn(strategy: st.SearchStrategy[_Drawn], number: int) -> _Drawn:
    """Return what a strategy draws for a seed: always the same."""
    found: list[_Drawn] = []

    @seed(number)
    @settings(
        max_examples=2,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(one: _Drawn) -> None:
        found.append(one)

    draw()
    return found[-1]  # the first is the simplest that there is, for every seed


def _stack(number: int) -> str:
    return READY[number % len(READY)]


def _seeds(numbers: list[int]) -> str:
    return f"{len(numbers)}, of the seeds {', '.join(map(str, numbers))}" if numbers else "0"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
