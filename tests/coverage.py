"""`python -m tests.coverage`: run quick tests, tell which lines and branches of `extensions/` are not taken.

Quick are those that run in one process. Ends with 1 where a test fails or too few branches are taken.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from coverage import Coverage

QUICK = (
    "tests/unit",
    "tests/render/test_examples.py",
    "tests/render/test_plan.py",
    "tests/render/test_stacks.py",
    "tests/update/test_migrations.py",
    "tests/update/test_regenerating.py",
    "tests/update/test_updating.py",
    "tests/update/test_words.py",
    "tests/update/test_refusals.py",
    "tests/update/test_new.py",
)
_LEAST = 95


def main() -> int:
    """Run, and print the figures."""
    done = subprocess.run(
        [sys.executable, "-m", "coverage", "run", "-m", "pytest", "-q", *QUICK], check=False
    )
    measured = Coverage()
    measured.load()
    measured.report()
    with tempfile.TemporaryDirectory() as folder:
        measured.json_report(outfile=f"{folder}/told.json")
        totals = json.loads(Path(folder, "told.json").read_text("utf-8"))["totals"]
    share = totals["percent_branches_covered"]
    sys.stdout.write(f"{share:.1f} % of {totals['num_branches']:,} branches are taken\n")
    return 1 if done.returncode or share < _LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
