"""`python -m tests.examples.demo FOLDER URL`: three requests to try on the shop that is rendered there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

_REQUESTS = """The shop is in {folder}. When it listens, try these in another terminal; Ctrl-C ends it.

  The orders, the dearest first:
    curl -s "{url}/api/shop/orders?sort=-total&limit=2"

  The money for one of them has come; a trigger approves it:
    curl -s -X POST {url}/api/shop/actions/capture_payment \\
      -H 'Content-Type: application/json' -d '{{"order": "{order}", "amount": "9.50"}}'

  What has happened to it, and who did it:
    curl -s {url}/api/shop/orders/{order}/history
"""


def requests(folder: Path, url: str) -> str:
    """Return three requests that work with the project's seed data."""
    seed = json.loads((folder / "seed.json").read_text("utf-8"))
    return _REQUESTS.format(folder=folder, url=url, order=seed["shop.Order"][0]["id"])


if __name__ == "__main__":
    sys.stdout.write(requests(Path(sys.argv[1]), sys.argv[2]) + "\n")
