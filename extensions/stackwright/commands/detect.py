"""`stackwright detect`: which stack an existing project stands on, and what speaks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackwright.commands import DONE, ERROR, JsonOption, as_json, told

if TYPE_CHECKING:
    from stackwright.detection import Mention, Proposal


def run(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="the folder of the project")] = Path(),
    json: JsonOption = False,
) -> int:
    """Tell which stack an existing project stands on, with what speaks for it, or why there is none."""
    from stackwright.detection import detect, report  # noqa: PLC0415
    from stackwright.rendering.render import HERE  # noqa: PLC0415
    from stackwright.rendering.stacks import load_stacks  # noqa: PLC0415

    if not path.is_dir():
        return told(ValueError(f"{path} is no folder"))
    proposal = detect(path, load_stacks(HERE))
    if json:
        typer.echo(as_json(_described(proposal)))
    else:
        typer.echo("\n".join(report(proposal)), err=not proposal.stack)
    return DONE if proposal.stack else ERROR


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
