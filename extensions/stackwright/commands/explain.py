"""`stackwright explain`: what a problem's code means, and what to do about it."""

from __future__ import annotations

import difflib
import re
from typing import Annotated

import typer

from stackwright.commands import DONE, told

_ROW = re.compile(r"^\| <a id=\"\w+\"></a>(SW\d+) \| (.*?) \| (.*) \|$", re.MULTILINE)
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def run(code: Annotated[str, typer.Argument(help="the code of a problem, such as SW104")]) -> int:
    """Print the page of a problem: what it says, and what to do."""
    from stackwright.rendering.render import HERE  # noqa: PLC0415

    page = (HERE / "docs/reference/problems.md").read_text("utf-8")
    known = {found[1]: found for found in _ROW.finditer(page)}
    found = known.get(code.upper())
    if found is None:
        near = difflib.get_close_matches(code.upper(), known, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return told(ValueError(f"{code}: no problem has this code{hint}"))
    heading = page[: found.start()].rpartition("\n## ")[2].partition("\n")[0]
    cure = _LINK.sub(r"\1", found[3])
    typer.echo(f"{found[1]}: {found[2]}\n\n{cure}\n\nOne of: {heading}")
    return DONE
