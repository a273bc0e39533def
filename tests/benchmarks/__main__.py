"""`python -m tests.benchmarks`: measure all figures, print the table, write docs/benchmarks.md and .svg.

Ends with 1 where a target is missed, unless `--quick`: that only shows that the measuring works.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import copying, rendering, report, service, updating
from tests.benchmarks.figures import table
from tests.benchmarks.shops import LEANS
from tests.databases import absence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure

PARTS = ("render", "copy", "update", "sqlite", "postgresql")


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke test: tiny counts, nothing is written")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; nothing is written")
    parser.add_argument("--stack", choices=LEANS, action="append", help="one stack; nothing is written")
    chosen = parser.parse_args(arguments)
    parts = tuple(chosen.only or PARTS)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as directory:
        for figure in _measured(parts, chosen.stack or list(LEANS), Path(directory), quick=chosen.quick):
            figures.append(figure)
            sys.stderr.write(f"{' | '.join(cell for cell in figure.cells() if cell)}\n")
    sys.stdout.write(table(figures))
    if chosen.quick:
        return 0
    if not chosen.only and not chosen.stack:
        report.write(figures, service.FULL.deep, datetime.now(UTC).date())
    return 0 if all(figure.reached for figure in figures) else 1


def _measured(parts: tuple[str, ...], stacks: list[str], directory: Path, *, quick: bool) -> Iterator[Figure]:
    if "render" in parts:
        yield from rendering.measure({2: 1, 4: 1} if quick else {10: 9, 100: 5, 1000: 2})
        yield rendering.memory(4 if quick else 100)
    if "copy" in parts:
        yield from copying.measure(() if quick else (100,), 1 if quick else 3, directory)
    if "update" in parts:
        sizes = {"plan": 2, "update": 3} if quick else {"plan": 50, "update": 100}
        yield from updating.measure(sizes, 1 if quick else 3, directory)
    load = service.QUICK if quick else service.FULL
    for kind in ("sqlite", "postgresql"):
        if kind not in parts:
            continue
        if reason := absence(kind):
            raise SystemExit(str(reason))
        for stack in stacks:
            yield from service.measure(stack, kind, directory, load)


if __name__ == "__main__":
    sys.exit(main())
