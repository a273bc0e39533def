"""How many mutants are killed, by package and in all, and how sure that is where only a sample was tried."""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.mutation.workplace import Mutant

_95_PERCENT = 1.96


@dataclass(frozen=True, slots=True)
class Score:
    """Of a package: how many mutants there are, were tried, and were killed."""

    unit: str
    all: int
    tried: int
    killed: int

    @property
    def share(self) -> float:
        """The share of those tried that were killed."""
        return self.killed / self.tried


def sample(mutants: list[Mutant], percent: float, seed: int) -> list[Mutant]:
    """Draw so many of a package's mutants: always the same for a seed, and at least two."""
    count = min(len(mutants), max(2, round(len(mutants) * percent / 100)))
    return random.Random(seed).sample(sorted(mutants, key=lambda one: one.name), count)


def overall(scores: list[Score]) -> tuple[float, float]:
    """Return the share killed of all mutants, each package by its weight, and half its 95 % interval."""
    total = sum(score.all for score in scores)
    share = sum(score.all / total * score.share for score in scores)
    variance = sum(
        (score.all / total) ** 2
        * score.share
        * (1 - score.share)
        / max(1, score.tried - 1)
        * (1 - score.tried / score.all)  # of a finite number: nothing is unsure once all are tried
        for score in scores
    )
    return share, _95_PERCENT * sqrt(variance)


def table(scores: list[Score]) -> str:
    """Return the figures as a table."""
    lines = ["| package | mutants | tried | killed |", "|---|---:|---:|---:|"]
    lines += [f"| {one.unit} | {one.all:,} | {one.tried:,} | {one.share:.0%} |" for one in scores]
    share, unsure = overall(scores)
    total, tried = sum(one.all for one in scores), sum(one.tried for one in scores)
    return "\n".join([*lines, f"| all | {total:,} | {tried:,} | {share:.1%} ± {unsure:.1%} |"])
