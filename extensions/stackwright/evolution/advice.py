"""What a comparison advises: how far the version must move, once what a team has accepted is set aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from stackwright.evolution.change import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.change import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A breaking change that a team has accepted: what it is, where, what it led to, and why, perhaps."""

    kind: str
    place: str
    new: str | None = None
    reason: str | None = None

    def covers(self, change: Change) -> bool:
        """Tell whether a change is this one: one that goes further than what was accepted is not."""
        return (self.kind, self.place, self.new) == (change.kind, change.place, change.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The changes between two models, beside what has been accepted of them."""

    changes: tuple[Change, ...]
    accepted: tuple[Acceptance, ...] = ()
    only_breaking: bool = False

    def breaking(self) -> Comparison:
        """Return the comparison with nothing but breaking changes."""
        found = tuple(one for one in self.changes if one.level == "major")
        return replace(self, changes=found, only_breaking=True)

    def acceptance(self, change: Change) -> Acceptance | None:
        """Return what accepts a change; what breaks nobody needs no acceptance."""
        covering = (one for one in self.accepted if one.covers(change))
        return next(covering, None) if change.level == "major" else None

    @property
    def open(self) -> tuple[Change, ...]:
        """The changes that nobody has accepted."""
        return tuple(one for one in self.changes if self.acceptance(one) is None)

    @property
    def level(self) -> Level | None:
        """How far the version must move; None where nothing asks for it."""
        levels = {change.level for change in self.open}
        return next((level for level in get_args(Level) if level in levels), None)

    def accept(self) -> Comparison:
        """Accept every breaking change, and forget what is none any more; reasons are kept."""
        made = []
        for change in self.breaking().changes:
            known = self.acceptance(change)
            made.append(known or Acceptance(kind=change.kind, place=change.place, new=change.new))
        return replace(self, accepted=tuple(dict.fromkeys(made)))

    def advice(self) -> Iterator[str]:
        """Yield the advice in a line, and what the database needs in another."""
        accepted = len(self.changes) - len(self.open)
        if not self.changes:
            yield "nothing breaks" if self.only_breaking else "nothing has changed"
        elif self.level is None:
            what = "breaks" if self.only_breaking else "has changed"
            yield f"nothing else {what}: {_count(accepted, 'breaking change')} accepted"
        else:
            what = {"major": "breaking change", "minor": "compatible change", "patch": "change"}[self.level]
            counted = sum(one.level == self.level for one in self.open)
            unseen = " that nobody else sees" if self.level == "patch" else ""
            aside = f", {accepted} more accepted" if accepted else ""
            yield f"{self.level}: {_count(counted, what)}{unseen}{aside}"
        stored = [one for one in self.changes if one.migrates or one.question]
        if stored:
            lost = sum(one.destroys for one in stored)
            asked = sum(one.question is not None for one in stored)
            told = [_count(len(stored), "change") + " to migrate"]
            told += [f"{lost} that loses data" if lost == 1 else f"{lost} that lose data"] if lost else []
            told += [f"{asked} with a question to answer"] if asked else []
            yield f"database: {', '.join(told)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
