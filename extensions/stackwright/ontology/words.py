"""Words that a pattern matches, found by walking through its automaton: shortest first, simple ones first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from stackwright.ontology.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.patterns import Pattern

_SIMPLE = "aA0bB1cC2dD3eE4fF5gG6hH7iI8jJ9-_. "
_LONGER = 64  # than the shortest that is asked for: a pattern that needs more is left to the model's example
_STEPS = 50_000


def words(pattern: str, shortest: int, longest: int, many: int) -> tuple[str, ...]:
    """Return up to that many different words of these lengths in which the pattern is found."""
    walk = _Walk(compile_pattern(pattern))
    lengths = range(shortest, min(longest, shortest + _LONGER) + 1)
    return tuple(islice((word for length in lengths for word in walk.words(length)), many))


class _Walk:
    """All words of one pattern, over a few characters that stand for each class."""

    def __init__(self, pattern: Pattern) -> None:
        self._pattern = pattern
        classes = set(pattern.classes())
        own = (char for one in classes if not one.negated for pair in one.ranges for char in _between(*pair))
        held = (char for char in _SIMPLE if any(one.holds(char) for one in classes))
        self._alphabet = tuple(sorted({*own, *held}, key=_plain))
        self._dead: set[tuple[frozenset[int], int]] = set()
        self._steps = 0

    def words(self, length: int) -> Iterator[str]:
        """Yield every word of that length."""
        return self._behind("", self._pattern.start(empty=length == 0), length)

    def _behind(self, word: str, states: frozenset[int], rest: int) -> Iterator[str]:
        if rest == 0:
            if self._pattern.found(states):
                yield word
            return
        place = (states, rest)
        self._steps += 1
        if place in self._dead or self._steps > _STEPS:
            return
        alive = False
        for char in self._alphabet:
            following = self._pattern.behind(states, char, last=rest == 1)
            for found in self._behind(word + char, following, rest - 1):
                alive = True
                yield found
        if not alive:
            self._dead.add(place)


def _between(low: str, high: str) -> Iterator[str]:
    """Yield the first characters of a range, and of those in it that people use."""
    yield from (chr(code) for code in range(ord(low), min(ord(high), ord(low) + 9) + 1))
    yield from (char for char in _SIMPLE if low <= char <= high)


def _plain(char: str) -> tuple[int, str]:
    at = _SIMPLE.find(char)
    return (at if at >= 0 else len(_SIMPLE), char)
