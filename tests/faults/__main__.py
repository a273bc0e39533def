"""`python -m tests.faults`: break a rendered shop of each stack, print what was seen in one table.

Ends with 1 where something did not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.projects import rendered_shop
from tests.conformance.project import STACKS
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
    parser.add_argument("--stack", choices=STACKS, action="append", help="one stack")
    chosen = parser.parse_args(arguments)
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory() as directory:
        for stack in chosen.stack or STACKS:
            project = rendered_shop(Path(directory), stack)
            for finding in _found(project, chosen.only or list(TRIALS), chosen.on or list(KINDS)):
                findings.append(finding)
                sys.stderr.write(f"{' | '.join(finding.cells())}\n")
    sys.stdout.write(table(findings))
    return 0 if all(finding.holds for finding in findings) else 1


def _found(project: Path, names: list[str], kinds: list[Kind]) -> Iterator[Finding]:
    for kind in kinds:
        if reason := absence(kind):
            raise SystemExit(str(reason))
        for name in names:
            if kind in TRIALS[name].kinds:
                folder = project / "faults" / f"{name}-{kind}"
                folder.mkdir(parents=True)
                yield from TRIALS[name].run(project, folder, kind, FULL)


if __name__ == "__main__":
    sys.exit(main())
