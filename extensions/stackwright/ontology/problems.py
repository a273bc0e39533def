"""What is wrong with a model, said so that its author can mend it: where, what, and what would be right."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDEST = 120
_LONGEST_QUOTE = 60
_FEW, _MANY = 100, 400


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """One file of the model: its name, as the author knows it, and its lines."""

    name: str
    lines: tuple[str, ...] = ()


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 0. A line of -1 is a place that is not known."""

    file: File
    line: int = -1
    column: int = 0
    end_line: int = -1
    end_column: int = 0

    def part(self, start: int, stop: int) -> Span:
        """Return the stretch from `start` to `stop`, counted in columns from this one's start."""
        if self.line < 0:
            return self
        return Span(self.file, self.line, self.column + start, self.line, self.column + stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake: a stable code, what was found, where; `hint` stands at the caret, `help` below."""

    code: str
    message: str
    at: Span
    hint: str = ""
    help: str = ""

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """The order in which problems are told."""
        return (self.at.file.name, self.at.line, self.at.column, self.code, self.message)

    def __str__(self) -> str:
        """Return the problem as it is shown: heading, place, source line with carets, help."""
        heading = f"error[{self.code}]: {self.message}"
        number = str(self.at.line + 1)
        margin = " " * len(number)
        if not 0 <= self.at.line < len(self.at.file.lines):
            hint = f"\n  = hint: {self.hint}" if self.hint else ""
            helped = f"\n  = help: {self.help}" if self.help else ""
            return f"{heading}\n --> {self.at.file.name}{hint}{helped}"
        source, carets = self._drawing()
        lines = [
            heading,
            f"{margin}--> {self.at.file.name}:{number}:{self.at.column + 1}",
            f"{margin} |",
            f"{number} | {source}".rstrip(),
            f"{margin} | {carets} {self.hint}".rstrip(),
        ]
        if self.help:
            lines.append(f"{margin} = help: {self.help}")
        return "\n".join(lines)

    def _drawing(self) -> tuple[str, str]:
        """Return the source line and its carets, cut to a width that a terminal shows."""
        line = "".join(char if char.isprintable() else " " for char in self.at.file.lines[self.at.line])
        start = min(self.at.column, len(line))
        stop = self.at.end_column if self.at.end_line == self.at.line else len(line.rstrip())
        stop = max(start + 1, min(stop, len(line)))
        if len(line) > _WIDEST:
            first = max(0, min(start - _WIDEST // 3, len(line) - _WIDEST))
            before, after = ("…" if first else ""), ("…" if first + _WIDEST < len(line) else "")
            line = before + line[first : first + _WIDEST] + after
            start, stop = start - first + len(before), stop - first + len(before)
        stop = max(start + 1, min(stop, len(line)))
        carets = " " * _columns(line[:start]) + "^" * max(1, _columns(line[start:stop]))
        return line, carets


class OntologyError(Exception):
    """The model cannot be used; `problems` says why, all of it, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return the whole report."""
        files = len({problem.at.file.name for problem in self.problems})
        total = f"{_count(len(self.problems), 'problem')} in {_count(files, 'file')}"
        return "\n\n".join([*map(str, self.problems), total])


def quoted(text: object) -> str:
    """Return a found text in quotes, on one line, and no longer than a reader wants."""
    plain = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in str(text))
    return f"'{plain[:_LONGEST_QUOTE]}…'" if len(plain) > _LONGEST_QUOTE else f"'{plain}'"


def near(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the known word that is nearest, or nothing where none is near.

    Among very many words only those with the same initial are looked at: comparing takes its time.
    """
    if len(word) > _LONGEST_QUOTE:
        return ""
    candidates = list(dict.fromkeys(known))
    if len(candidates) > _FEW:
        candidates = [name for name in candidates if name[:1].lower() == word[:1].lower()][:_MANY]
    folded = [name for name in candidates if name.lower() == word.lower()]
    found = folded or difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)
    return f"did you mean '{found[0]}'?" if found else ""


def listed(words: Iterable[str]) -> str:
    """Return words as people list them: `a, b and c`."""
    *most, last = list(words) or ["nothing"]
    return f"{', '.join(most)} and {last}" if most else last


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
