"""A comparison as people read it, and as programs do."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from stackwright.evolution.change import Level
from stackwright.ontology.problems import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.advice import Acceptance, Comparison
    from stackwright.evolution.change import Change


def report(comparison: Comparison) -> Iterator[str]:
    """Yield the changes by level, those that are accepted behind them, and the advice."""
    widths = [
        max((len(text) for text in texts), default=0)
        for texts in zip(*((one.place, one.kind) for one in comparison.changes), strict=True)
    ]
    for level in get_args(Level):
        chosen = [one for one in comparison.open if one.level == level]
        yield from _group(level, [(one, None) for one in chosen], widths)
    accepted = [(one, comparison.acceptance(one)) for one in comparison.changes]
    yield from _group("accepted", [pair for pair in accepted if pair[1] is not None], widths)
    yield from comparison.advice()


def as_data(comparison: Comparison) -> dict[str, object]:
    """Return a comparison as JSON holds it."""
    return {
        "level": comparison.level,
        "migrates": any(one.migrates for one in comparison.changes),
        "destroys": any(one.destroys for one in comparison.changes),
        "changes": [_change(one, comparison.acceptance(one)) for one in comparison.changes],
    }


def _group(heading: str, changes: list[tuple[Change, Acceptance | None]], widths: list[int]) -> Iterator[str]:
    if not changes:
        return
    yield heading
    for change, acceptance in changes:
        place, kind = (
            text.ljust(width) for text, width in zip((change.place, change.kind), widths, strict=True)
        )
        yield f"  {place}  {kind}  {change.sentence}"
        yield from (f"      {line}" for line in _details(change, acceptance))
    yield ""


def _details(change: Change, acceptance: Acceptance | None) -> Iterator[str]:
    touched = [area for area in change.touches if area not in change.breaks]
    words = (("breaks", change.breaks), ("touches", touched))
    areas = ", ".join(f"{word} {listed(areas)}" for word, areas in words if areas)
    yield f"{change.reason} [{areas}]"
    if change.destroys:
        yield "the migration loses data"
    if change.question:
        yield f"question: {change.question}"
    if acceptance is not None and acceptance.reason:
        yield f"accepted: {acceptance.reason}"


def _change(change: Change, acceptance: Acceptance | None) -> dict[str, object]:
    return {
        "kind": change.kind,
        "place": change.place,
        "sentence": change.sentence,
        "old": change.old,
        "new": change.new,
        "level": change.level,
        "reason": change.reason,
        "touches": list(change.touches),
        "breaks": list(change.breaks),
        "migrates": change.migrates,
        "destroys": change.destroys,
        "question": change.question,
        "accepted": acceptance is not None,
        "accepted_reason": acceptance.reason if acceptance is not None else None,
    }
