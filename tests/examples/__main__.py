"""`python -m tests.examples` (`make examples`): render every example again, in place."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.examples.rendering import EXAMPLES, render, replace


def main() -> int:
    """Render all of them; say which."""
    for example in EXAMPLES:
        with tempfile.TemporaryDirectory() as directory:
            fresh = Path(directory) / example.name
            render(example, fresh)
            replace(example, fresh)
        sys.stdout.write(f"examples/{example.name} is rendered again; look at `git diff examples`\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
