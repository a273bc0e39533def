"""The state of a rendered project: what is wrong with it, what waits to be done, what is worth knowing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """Sentences: `problems` to be mended, `todo` that commands do, `notes` that may be left alone."""

    problems: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
