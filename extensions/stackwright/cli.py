"""The command line: each command is one module, and one row in `COMMANDS`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from stackwright import __version__
from stackwright.commands import (
    DONE,
    ERROR,
    check,
    detect,
    diagram,
    diff,
    explain,
    new,
    owners,
    plan,
    show,
    stacks,
    undo,
    update,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS: dict[str, Callable[..., int]] = {
    "new": new.run,
    "plan": plan.run,
    "update": update.run,
    "undo": undo.run,
    "check": check.run,
    "diff": diff.run,
    "diagram": diagram.run,
    "show": show.run,
    "owners": owners.run,
    "explain": explain.run,
    "stacks": stacks.run,
    "detect": detect.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is nothing to do, 2 changes, 1 an error that was told."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        code: Any = command().main(
            args=None if arguments is None else list(arguments),
            prog_name="stackwright",
            standalone_mode=False,
        )
    except TyperException as error:
        typer.echo(f"{error}\nstackwright --help lists the commands and their options.", err=True)
        return ERROR
    except (typer.Abort, KeyboardInterrupt):
        return ERROR
    return code if isinstance(code, int) else DONE


def command() -> Any:
    """Return what understands the command line."""
    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback()(_about)
    for name, run in COMMANDS.items():
        app.command(name)(run)
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stackwright {__version__}")
        raise typer.Exit


def _about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="print the version")
    ] = False,
) -> None:
    """One model, idiomatic Python backends, and updates that never touch your code."""
    del version
