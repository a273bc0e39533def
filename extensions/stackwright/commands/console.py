"""How the commands speak to people: with colour and a spinner at a terminal, in plain lines anywhere else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

_UNBOUNDED = 10_000


def say(text: str, style: str | None = None, *, err: bool = False) -> None:
    """Print one text as it is, however long its lines are."""
    from rich.text import Text  # noqa: PLC0415 - a machine that reads JSON does not wait for it

    _console(err=err).print(Text(text, style or ""), soft_wrap=True)


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows below their heading; in a file or a pipe no line is ever broken."""
    from rich.table import Table  # noqa: PLC0415

    shown = Table(box=None, pad_edge=False, header_style="bold")
    for name in heading:
        shown.add_column(name, overflow="fold")
    for row in rows:
        shown.add_row(*row)
    console = _console()
    with console.capture() as captured:
        console.print(shown)
    print(*(line.rstrip() for line in captured.get().splitlines()), sep="\n")  # noqa: T201


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say at a terminal what is being waited for, as long as that lasts."""
    if not sys.stderr.isatty():
        yield
        return
    with _console(err=True).status(what):
        yield


def _console(*, err: bool = False) -> Console:
    from rich.console import Console  # noqa: PLC0415

    stream = sys.stderr if err else sys.stdout
    return Console(
        stderr=err, highlight=False, markup=False, emoji=False, width=None if stream.isatty() else _UNBOUNDED
    )
