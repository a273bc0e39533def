"""Every fault by its name, and what was seen as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.update import kills, trials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.update.attempts import Attempt, World

TRIALS: dict[str, Callable[[World, int], Iterator[Attempt]]] = {
    "killed while it writes": kills.killed_while_writing,
    "undo killed": kills.killed_while_taking_back,
    "the command killed": trials.killed,
    "no space for a moment": trials.no_space,
    "no space from then on": trials.no_space_for_good,
    "a file that cannot be written": trials.unwritable,
    "two at once": trials.two_at_once,
    "a release that fails": trials.failing_release,
    "links out of the project": trials.links,
    "CRLF": trials.line_endings,
    "byte order marks": trials.byte_order_marks,
    "not UTF-8": trials.other_encodings,
    "settings of git": trials.settings_of_git,
    "something in the way": trials.in_the_way,
    "several answers files": trials.answers_files,
    "a folder of a larger repository": trials.larger_repository,
}


def table(found: Mapping[str, Sequence[Attempt]]) -> str:
    """Return a table of Markdown: a line for each fault, and one for all."""
    rows = [_row(name, attempts) for name, attempts in found.items()]
    rows.append(_row("all", [attempt for attempts in found.values() for attempt in attempts]))
    head = ["| fault | tried | lost files | half-applied | wrong exit codes |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _row(name: str, attempts: Sequence[Attempt]) -> str:
    lost = sum(len(attempt.lost) for attempt in attempts)
    half = sum(attempt.half for attempt in attempts)
    wrong = sum(attempt.wrong for attempt in attempts)
    return f"| {name} | {len(attempts)} | {lost} | {half} | {wrong} |"
