"""The commands: a module each, with its options and the function that runs it.

A module imports what it needs when it runs, so that none waits for what another one needs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, what it does, its options, and the function that runs it."""

    name: str
    summary: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def as_json(value: object) -> str:
    """Return the answer of `--json`."""
    return json.dumps(value, ensure_ascii=False, indent=2)
