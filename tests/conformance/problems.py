"""The problems of the contract, read from its page, so that page and service cannot part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CONTRACT = Path(__file__).parents[2] / "docs" / "reference" / "http.md"
_ROW = re.compile(r"^\| `/problems/([a-z-]+)` \| ([0-9]{3}) \| ([^|]+?) \|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of the page's table."""

    slug: str
    status: int
    title: str

    def body(self, errors: list[list[str]]) -> dict[str, Any]:
        """Return the expected body; only the words for people are open."""
        return {
            "type": f"/problems/{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": "<text>",
            "errors": [{"path": path, "code": code, "message": "<text>"} for path, code in errors],
        }


@cache
def problems() -> dict[str, Problem]:
    """Return the problems by the last part of their type."""
    rows = _ROW.findall(CONTRACT.read_text(encoding="utf-8"))
    return {slug: Problem(slug, int(status), title) for slug, status, title in rows}
