"""`python -m tests.faults`: break a rendered shop in every way, print what was seen in one table.

Ends with 1 where something did not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.projects import rendered_shop
from tests.databases import KINDS, absence
from tests.faults.findings import table
from tests.faults.trials import FULL, TRIALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind
    from tests.faults.findings import Finding


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", choices=list(TRIALS), action="append", help="one kind of fault")
    parser.add_argument("--on", choices=KINDS, action="append", help="one kind of database")
    chosen = parser.parse_args(arguments)
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory() as directory:
        for finding in _found(chosen.only or list(TRIALS), chosen.on or list(KINDS), Path(directory)):
            findings.append(finding)
            sys.stderr.write(f"{' | '.join(finding.cells())}\n")
    sys.stdout.write(table(findings))
    return 0 if all(finding.holds for finding in findings) else 1


def _found(names: list[str], kinds: list[Kind], directory: Path) -> Iterator[Finding]:
    project = rendered_shop(directory)
    for kind in kinds:
        if reason := absence(kind):
            raise SystemExit(str(reason))
        for name in names:
            if kind in TRIALS[name].kinds:
                folder = directory / f"{name}-{kind}"
                folder.mkdir()
                yield from TRIALS[name].run(project, folder, kind, FULL)


if __name__ == "__main__":
    sys.exit(main())
