"""Regular expressions in the subset that Python, ECMA-262 and linear-time engines read alike.

A pattern is parsed here, written out again in one canonical spelling (ASCII classes spelled out), and
matched by our own automaton: what the checker says does not depend on any engine, and takes no time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIGHEST = 0x10FFFF
_DEEPEST = 30
_LARGEST = 5000
_CONTROL = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_SHOWN = {char: f"\\{letter}" for letter, char in _CONTROL.items()}
_SPECIAL = frozenset("^$\\.*+?()[]{}|")
_SPECIAL_IN_CLASS = frozenset("^\\[]-")
_PUNCTUATION = frozenset("^$\\.*+?()[]{}|/-")
_DIGIT = (("0", "9"),)
_WORD = (("A", "Z"), ("a", "z"), ("0", "9"), ("_", "_"))
_SPACE = ((" ", " "), ("\t", "\t"), ("\n", "\n"), ("\r", "\r"), ("\f", "\f"), ("\v", "\v"))
_CLASSES = {"d": ("[0-9]", _DIGIT), "w": ("[A-Za-z0-9_]", _WORD), "s": (r"[ \t\n\r\f\v]", _SPACE)}
_DOT = (("\n", "\n"), ("\r", "\r"), ("\u2028", "\u2029"))
_COUNT = re.compile(r"\{([0-9]{1,4})(,([0-9]{0,4}))?\}", re.ASCII)

Ranges: TypeAlias = tuple[tuple[str, str], ...]


class PatternError(ValueError):
    """A pattern that is refused at the offset `at`; `compiles` is false where no engine takes it."""

    def __init__(self, message: str, at: int, *, compiles: bool = True) -> None:
        super().__init__(message)
        self.at = at
        self.compiles = compiles


@dataclass(frozen=True, slots=True)
class Chars:
    """A class of characters: those in the ranges, or all but those."""

    ranges: Ranges
    negated: bool

    def holds(self, char: str) -> bool:
        """Whether a character is in it."""
        return any(low <= char <= high for low, high in self.ranges) is not self.negated


@dataclass(frozen=True, slots=True)
class _Edge:
    end: bool


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Part
    least: int
    most: int | None


_Part: TypeAlias = "Chars | _Edge | _Sequence | _Choice | _Repeat"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was accepted, in its canonical spelling."""

    text: str
    _program: tuple[tuple[object, ...], ...]

    def found_in(self, value: str) -> bool:
        """Whether the pattern matches somewhere in the value."""
        states = self.start(empty=not value)
        for position, char in enumerate(value, 1):
            states = self.behind(states, char, last=position == len(value))
        return self.found(states)

    def start(self, *, empty: bool) -> frozenset[int]:
        """Return the states of the automaton before the first character."""
        return frozenset(self._follow({0}, at_start=True, at_end=empty))

    def behind(self, states: frozenset[int], char: str, *, last: bool) -> frozenset[int]:
        """Return the states behind a character; once found, the pattern stays found."""
        if self.found(states):
            return states
        taken = {state + 1 for state in states if self._takes(state, char)}
        return frozenset(self._follow({*taken, 0}, at_start=False, at_end=last))

    def found(self, states: frozenset[int]) -> bool:
        """Whether these states mean that the pattern has been found."""
        return len(self._program) in states

    def classes(self) -> Iterator[Chars]:
        """Yield every class of characters in it, literals among them."""
        return (head for head, *_ in self._program if isinstance(head, Chars))

    def _takes(self, state: int, char: str) -> bool:
        head = self._program[state][0]
        return isinstance(head, Chars) and head.holds(char)

    def _follow(self, states: set[int], *, at_start: bool, at_end: bool) -> set[int]:
        found: set[int] = set()
        rest = list(states)
        while rest:
            state = rest.pop()
            if state in found:
                continue
            found.add(state)
            if state == len(self._program):
                continue
            head, *targets = self._program[state]
            if head == "jump":
                rest.extend(target for target in targets if isinstance(target, int))
            elif isinstance(head, _Edge) and (at_end if head.end else at_start):
                rest.append(state + 1)
        return found


@cache
def compile_pattern(text: str) -> Pattern:
    """Return the pattern that a raw regular expression means; PatternError where it is not allowed."""
    parser = _Parser(text)
    part, spelling = parser.choice(0)
    if parser.at < len(text):
        raise PatternError("a ')' without '('", parser.at, compiles=False)
    if _size(part) > _LARGEST:
        raise PatternError("too large when its repetitions are counted out", 0)
    return Pattern(spelling, tuple(_program(part, 0)))


class _Parser:
    """A recursive descent over the subset; each step returns the part and its canonical spelling."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def choice(self, depth: int) -> tuple[_Part, str]:
        if depth > _DEEPEST:
            raise PatternError("too many groups inside each other", self.at)
        options = [self._sequence(depth)]
        while self._peek() == "|":
            self.at += 1
            options.append(self._sequence(depth))
        if len(options) == 1:
            return options[0]
        return _Choice(tuple(part for part, _ in options)), "|".join(spelling for _, spelling in options)

    def _peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def _sequence(self, depth: int) -> tuple[_Part, str]:
        parts, spellings = [], []
        while self._peek() not in ("", "|", ")"):
            part, spelling = self._repeated(depth)
            parts.append(part)
            spellings.append(spelling)
        return _Sequence(tuple(parts)), "".join(spellings)

    def _repeated(self, depth: int) -> tuple[_Part, str]:
        start = self.at
        part, spelling = self._atom(depth)
        least, most, sign = self._quantifier()
        if not sign:
            return part, spelling
        if isinstance(part, _Edge):
            raise PatternError("nothing to repeat", start, compiles=False)
        if self._peek() == "?":
            self.at += 1
            sign += "?"
        if self._quantifier()[2]:
            raise PatternError("a repetition of a repetition; put a group around the first", self.at - 1)
        return _Repeat(part, least, most), spelling + sign

    def _quantifier(self) -> tuple[int, int | None, str]:
        sign = self._peek()
        if sign in ("*", "+", "?") and sign:
            self.at += 1
            return (1 if sign == "+" else 0), (1 if sign == "?" else None), sign
        if sign != "{":
            return 1, 1, ""
        found = _COUNT.match(self.text, self.at)
        if not found:
            raise PatternError(r"a '{' that counts nothing; write \{", self.at)
        least = int(found[1])
        most = least if found[2] is None else int(found[3]) if found[3] else None
        if most is not None and most < least:
            raise PatternError("a repetition whose most is under its least", self.at, compiles=False)
        self.at = found.end()
        return least, most, found[0]

    def _atom(self, depth: int) -> tuple[_Part, str]:
        start, char = self.at, self._peek()
        self.at += 1
        if char == "(":
            return self._group(start, depth)
        if char == "[":
            return self._class(start)
        if char == "\\":
            return self._escape(start)
        if char == ".":
            return Chars(_DOT, True), r"[^\n\r\u2028\u2029]"
        if char in "^$":
            return _Edge(char == "$"), char
        if char in "*+?":
            raise PatternError("nothing to repeat", start, compiles=False)
        if char in "{}]":
            raise PatternError(f"a bare '{char}'; write \\{char}", start)
        return Chars(((char, char),), False), _spell(char)

    def _group(self, start: int, depth: int) -> tuple[_Part, str]:
        head = "("
        if self._peek() == "?":
            if self.text[self.at : self.at + 2] != "?:":
                raise PatternError("look-around, named groups and flags differ between engines", start)
            self.at += 2
            head = "(?:"
        part, spelling = self.choice(depth + 1)
        if self._peek() != ")":
            raise PatternError("a '(' without ')'", start, compiles=False)
        self.at += 1
        return part, f"{head}{spelling})"

    def _escape(self, start: int) -> tuple[_Part, str]:
        char = self._peek()
        if char and char in "dws":
            self.at += 1
            spelling, ranges = _CLASSES[char]
            return Chars(ranges, False), spelling
        if char and char in "DWS":
            self.at += 1
            spelling, ranges = _CLASSES[char.lower()]
            return Chars(ranges, True), f"[^{spelling[1:]}"
        found = self._escaped(start)
        return Chars(((found, found),), False), _spell(found)

    def _escaped(self, start: int) -> str:
        """Return the character behind a backslash, which has been read."""
        char = self._peek()
        self.at += 1
        if not char:
            raise PatternError("a backslash at the end", start, compiles=False)
        if char in _CONTROL:
            return _CONTROL[char]
        if char in _PUNCTUATION:
            return char
        width = {"x": 2, "u": 4}.get(char, 0)
        digits = self.text[self.at : self.at + width]
        if width and re.fullmatch(r"[0-9A-Fa-f]+", digits) and len(digits) == width:
            self.at += width
            code = int(digits, 16)
            if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  the surrogates
                raise PatternError("half a character", start)
            return chr(code)
        raise PatternError(f"'\\{char}' does not mean the same everywhere", start)

    def _class(self, start: int) -> tuple[_Part, str]:
        negated = self._peek() == "^"
        self.at += negated
        ranges: list[tuple[str, str]] = []
        spellings: list[str] = []
        while self._peek() != "]":
            if not self._peek():
                raise PatternError("a '[' without ']'", start, compiles=False)
            for found, spelling in self._members(bool(spellings)):
                ranges.extend(found)
                spellings.append(spelling)
        self.at += 1
        if not ranges:
            raise PatternError("an empty class", start)
        return Chars(tuple(ranges), negated), f"[{'^' if negated else ''}{''.join(spellings)}]"

    def _members(self, inner: bool) -> Iterator[tuple[Ranges, str]]:
        start = self.at
        low = self._member(inner)
        if isinstance(low, tuple):
            yield low
            return
        if self._peek() != "-" or self.text[self.at + 1 : self.at + 2] in ("]", ""):
            yield ((low, low),), _spell(low, inside=True)
            return
        self.at += 1
        high = self._member(True)
        if isinstance(high, tuple):
            raise PatternError("a range that ends in a class", start)
        if high < low:
            raise PatternError("a range that ends before it starts", start, compiles=False)
        yield ((low, high),), f"{_spell(low, inside=True)}-{_spell(high, inside=True)}"

    def _member(self, inner: bool) -> str | tuple[Ranges, str]:
        start, char = self.at, self._peek()
        self.at += 1
        if char == "[":
            raise PatternError(r"a '[' inside a class; write \[", start)
        if char == "-" and inner and self._peek() not in ("]", ""):
            raise PatternError(r"a '-' in the middle of a class; write \-", start)
        if char != "\\":
            return char
        letter = self._peek()
        if letter and letter in "dws":
            self.at += 1
            spelling, ranges = _CLASSES[letter]
            return ranges, spelling[1:-1]
        if letter and letter in "DWS":
            raise PatternError(f"'\\{letter}' inside a class", start)
        return self._escaped(start)


def _spell(char: str, *, inside: bool = False) -> str:
    """Return the one spelling of a literal character that all engines read alike."""
    if char in _SHOWN:
        return _SHOWN[char]
    if char in (_SPECIAL_IN_CLASS if inside else _SPECIAL):
        return f"\\{char}"
    if inside and char in "&~":  # doubled, they are set operators in some engines
        return f"\\x{ord(char):02x}"
    if char.isprintable() or ord(char) > 0xFFFF:  # noqa: PLR2004
        return char
    return f"\\u{ord(char):04x}"


def _size(part: _Part) -> int:
    if isinstance(part, _Sequence):
        return sum(map(_size, part.parts))
    if isinstance(part, _Choice):
        return sum(map(_size, part.options)) + 2 * len(part.options)
    if isinstance(part, _Repeat):
        return (_size(part.part) + 2) * max(1, part.least if part.most is None else part.most)
    return 1


def _program(part: _Part, base: int) -> list[tuple[object, ...]]:
    """Return the automaton of a part: what takes a character, and jumps to absolute places."""
    if isinstance(part, _Sequence):
        code: list[tuple[object, ...]] = []
        for inner in part.parts:
            code += _program(inner, base + len(code))
        return code
    if isinstance(part, _Choice):
        return _choice_program(part.options, base)
    if isinstance(part, _Repeat):
        return _repeat_program(part, base)
    return [(part,)]


def _choice_program(options: tuple[_Part, ...], base: int) -> list[tuple[object, ...]]:
    if len(options) == 1:
        return _program(options[0], base)
    first = _program(options[0], base + 1)
    rest = _choice_program(options[1:], base + len(first) + 2)
    end = base + len(first) + 2 + len(rest)
    return [("jump", base + 1, base + len(first) + 2), *first, ("jump", end), *rest]


def _repeat_program(repeat: _Repeat, base: int) -> list[tuple[object, ...]]:
    code: list[tuple[object, ...]] = []
    for _ in range(repeat.least):
        code += _program(repeat.part, base + len(code))
    if repeat.most is None:
        start = base + len(code)
        inner = _program(repeat.part, start + 1)
        return [*code, ("jump", start + 1, start + len(inner) + 2), *inner, ("jump", start)]
    optional = repeat.most - repeat.least
    length = len(_program(repeat.part, 0)) + 1
    end = base + len(code) + optional * length
    for _ in range(optional):
        start = base + len(code)
        code += [("jump", start + 1, end), *_program(repeat.part, start + 1)]
    return code
