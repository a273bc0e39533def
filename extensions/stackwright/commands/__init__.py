"""The commands: a module each, with the function that runs it.

A function returns the exit code: 0 is nothing to do, 2 changes, 1 an error that was told. It imports what it
needs when it runs, so that none waits for what another one needs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from stackwright.commands.console import say

DONE, ERROR, CHANGES = 0, 1, 2

ProjectOption = Annotated[
    Path,
    typer.Option("--project", metavar="DIR", help="the folder that holds ontology/ and .copier-answers.yml"),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="VERSION", help="a version of the template (default: the one installed)"),
]
DataOption = Annotated[
    list[str] | None,
    typer.Option("--data", metavar="NAME=VALUE", help="change an answer; may be given several times"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="print the answer as JSON")]


def as_json(value: object) -> str:
    """Return the answer of `--json`."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def told(error: Exception, *, json: bool = False) -> int:
    """Tell what went wrong: in a sentence, or as JSON; return the exit code."""
    if json:
        typer.echo(as_json({"ok": False, "error": str(error)}))
    else:
        say(str(error), "red", err=True)
    return ERROR
