"""The command line: each command is one module and one row in `COMMANDS`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from stackwright import __version__
from stackwright.commands import Command, check, detect, diff, show, stacks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = (
    Command("check", "Check the model of a project and tell every problem.", check.options, check.run),
    Command("diff", "Tell what has changed between two models, and whom it breaks.", diff.options, diff.run),
    Command("show", "Print a file as the template makes it today.", show.options, show.run),
    Command(
        "stacks", "List the stacks: what each stands on, and what it can do.", stacks.options, stacks.run
    ),
    Command("detect", "Tell which stack an existing project stands on.", detect.options, detect.run),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 a problem that was told, 2 a command that was not understood."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    given = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = given.run
    return run(given)


def parser() -> argparse.ArgumentParser:
    """Return what understands the command line."""
    made = argparse.ArgumentParser(prog="stackwright", description="One model, idiomatic Python backends.")
    made.add_argument("--version", action="version", version=f"stackwright {__version__}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.summary, description=command.summary)
        command.options(sub)
        sub.set_defaults(run=command.run)
    return made
