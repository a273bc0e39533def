"""`python -m tests.examples` (`make examples`): render every example again, in place."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.examples.rendering import STACKS, render, replace


def main() -> int:
    """Render all of them; say which."""
    for stack in STACKS:
        with tempfile.TemporaryDirectory() as directory:
            fresh = Path(directory) / stack
            render(stack, fresh)
            replace(stack, fresh)
        sys.stdout.write(f"examples/{stack} is rendered again; look at `git diff examples`\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
