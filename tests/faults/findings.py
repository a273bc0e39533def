"""What was seen when something was broken on purpose, and what it had to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.figures import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADINGS = ("fault", "where", "seen", "target", "holds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row of the table."""

    fault: str
    where: str
    seen: str
    target: str
    holds: bool

    def cells(self) -> tuple[str, ...]:
        """The row, in the order of HEADINGS."""
        return (self.fault, self.where, self.seen, self.target, "yes" if self.holds else "**no**")


def table(findings: Iterable[Finding]) -> str:
    """Lay findings out as a Markdown table."""
    return markdown(HEADINGS, [finding.cells() for finding in findings])


def broken(findings: Iterable[Finding]) -> list[str]:
    """Say, in one line each, what did not hold."""
    return [
        f"{finding.fault} on {finding.where}: {finding.seen}, not {finding.target}"
        for finding in findings
        if not finding.holds
    ]
