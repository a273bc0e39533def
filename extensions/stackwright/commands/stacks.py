"""`stackwright stacks`: the registry of stacks, as the manifests have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from stackwright.commands import DONE, JsonOption, as_json
from stackwright.commands.console import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackwright.rendering.stacks import Stack


def run(json: JsonOption = False) -> int:
    """List the stacks: what each stands on, and what it can do; those that can be rendered first."""
    from stackwright.rendering.render import HERE  # noqa: PLC0415
    from stackwright.rendering.stacks import load_stacks  # noqa: PLC0415

    stacks = load_stacks(HERE).values()
    if json:
        typer.echo(as_json({"stacks": [_described(stack) for stack in stacks]}))
    else:
        _show(stacks)
    return DONE


def _described(stack: Stack) -> dict[str, object]:
    return {
        "id": stack.id,
        "title": stack.title,
        "status": stack.status,
        "framework": stack.framework,
        "orm": stack.orm,
        "mode": stack.mode,
        "capabilities": sorted(stack.capabilities),
        "commands": dict(stack.commands),
        "databases": {database: list(drivers) for database, drivers in stack.drivers},
        "dependencies": list(stack.dependencies),
        "parts": {part: list(needs) for part, needs in stack.parts},
        "dev": list(stack.dev),
    }


def _show(stacks: Iterable[Stack]) -> None:
    """Print the stacks, their databases and what they stand on, a table each."""
    registry, databases, needs = [], [], []
    for stack in stacks:
        capabilities = ", ".join(sorted(stack.capabilities)) or "-"
        registry.append(
            (stack.id, stack.status, stack.framework, stack.orm, stack.mode, capabilities, stack.title)
        )
        databases += [(stack.id, database, ", ".join(drivers) or "-") for database, drivers in stack.drivers]
        needs += [(stack.id, requirement, "") for requirement in stack.dependencies]
        needs += [(stack.id, need, f"with {part}") for part, brought in stack.parts for need in brought]
    table(("STACK", "STATUS", "FRAMEWORK", "ORM", "MODE", "CAPABILITIES", "TITLE"), registry)
    say("")
    table(("STACK", "DATABASE", "DRIVERS"), databases)
    say("")
    table(("STACK", "STANDS ON", "PART"), needs)
