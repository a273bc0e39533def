"""`stackwright detect`: which stack an existing project stands on, and what speaks for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.commands import as_json

if TYPE_CHECKING:
    import argparse

    from stackwright.detection import Mention, Proposal


def options(parser: argparse.ArgumentParser) -> None:
    """Take a project, and a wish for JSON."""
    parser.add_argument(
        "path", nargs="?", default=".", type=Path, help="the folder of the project (default: .)"
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(given: argparse.Namespace) -> int:
    """Print the stack with its evidence, or why there is none."""
    from stackwright.detection import detect, report  # noqa: PLC0415
    from stackwright.rendering.render import HERE  # noqa: PLC0415
    from stackwright.rendering.stacks import load_stacks  # noqa: PLC0415

    if not given.path.is_dir():
        print(f"{given.path} is no folder", file=sys.stderr)
        return 1
    proposal = detect(given.path, load_stacks(HERE))
    if given.json:
        print(as_json(_described(proposal)))
    else:
        print("\n".join(report(proposal)), file=sys.stdout if proposal.stack else sys.stderr)
    return 0 if proposal.stack else 1


def _described(proposal: Proposal) -> dict[str, object]:
    return {
        "ok": proposal.stack is not None,
        "stack": proposal.stack.id if proposal.stack else None,
        "status": proposal.stack.status if proposal.stack else None,
        "reason": proposal.reason or None,
        "evidence": [_mention(mention) for mention in proposal.evidence],
        "aside": [_mention(mention) for mention in proposal.aside],
        "complaints": list(proposal.complaints),
        "files": list(proposal.looked_at),
    }


def _mention(mention: Mention) -> dict[str, str]:
    return {
        "file": mention.file,
        "place": mention.place,
        "found": mention.text,
        "package": mention.package,
        "strength": mention.strength,
    }
