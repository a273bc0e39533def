"""git, as it is run here: by its porcelain for machines, and without what a user's settings would change."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = (
    "core.autocrlf=false", "core.safecrlf=false", "core.hooksPath=/dev/null", "core.quotePath=false",
    "apply.whitespace=nowarn", "apply.ignoreWhitespace=no", "commit.gpgsign=false",
    "user.name=stackwright", "user.email=stackwright@localhost",
)  # fmt: skip
_COMMAND = ("git", *(word for setting in _SETTINGS for word in ("-c", setting)))


def git(folder: Path, *arguments: str, stdin: bytes | None = None, may_fail: bool = False) -> bytes:
    """Return what git prints in a folder; subprocess.CalledProcessError where it fails, unless it may."""
    done = subprocess.run(
        [*_COMMAND, *arguments], cwd=folder, input=stdin, capture_output=True, check=not may_fail
    )
    return done.stdout


def lines(output: bytes) -> list[str]:
    """Return the parts of what git prints with `-z`."""
    return [part for part in output.decode("utf-8", "surrogateescape").split("\0") if part]
