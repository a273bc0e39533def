"""A rendered file and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackwright.rendering.plan import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A rendered file: where it goes, whose it is, and which body and role of the plan it comes from."""

    path: str
    text: str
    owner: Owner
    source: str
    role: str
