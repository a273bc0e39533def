"""`stackwright stacks`: the registry of stacks, as the manifests have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.commands import as_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from stackwright.rendering.stacks import Stack


def options(parser: argparse.ArgumentParser) -> None:
    """Take a wish for JSON."""
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(given: argparse.Namespace) -> int:
    """Print every stack, those that can be rendered first."""
    from stackwright.rendering.render import HERE  # noqa: PLC0415
    from stackwright.rendering.stacks import load_stacks  # noqa: PLC0415

    stacks = load_stacks(HERE).values()
    print(as_json({"stacks": [_described(stack) for stack in stacks]}) if given.json else _tables(stacks))
    return 0


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
        "dev": list(stack.dev),
    }


def _tables(stacks: Iterable[Stack]) -> str:
    """Return the stacks, their databases and what they stand on, a table each."""
    registry = [("STACK", "STATUS", "FRAMEWORK", "ORM", "MODE", "CAPABILITIES", "TITLE")]
    databases = [("STACK", "DATABASE", "DRIVERS")]
    needs = [("STACK", "STANDS ON")]
    for stack in stacks:
        capabilities = ", ".join(sorted(stack.capabilities)) or "-"
        registry.append(
            (stack.id, stack.status, stack.framework, stack.orm, stack.mode, capabilities, stack.title)
        )
        databases += [(stack.id, database, ", ".join(drivers) or "-") for database, drivers in stack.drivers]
        needs += [(stack.id, requirement) for requirement in stack.dependencies]
    return "\n\n".join("\n".join(_aligned(table)) for table in (registry, databases, needs))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
