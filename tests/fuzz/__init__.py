"""Requests made from the document, valid and not, against the running service: schemathesis, all checks.

`python -m tests.fuzz --seeds 5` runs every phase, as long as it takes; the tests run a bounded part.
"""

import sys
from pathlib import Path

# pytest finds our package by its own settings; `python -m` needs to be told.
sys.path.append(str(Path(__file__).parents[2] / "extensions"))
