"""The short form of a field: `TYPE{[]}[?] [= DEFAULT] {, MODIFIER}`, read into the words of the long form."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from stackwright.ontology.declared import Given, Name, TypeText
from stackwright.ontology.grammar import SYMBOLS, TYPE_HELP, WORDS
from stackwright.ontology.problems import Problem, near, quoted
from stackwright.ontology.tree import Entries, Items, Leaf, Node, plain

if TYPE_CHECKING:
    from stackwright.ontology.problems import Span

_TYPE = re.compile(
    r"(?P<ref>ref\s+)?(?:(?P<namespace>[A-Za-z]\w*)\s*\.\s*)?(?P<name>[A-Za-z]\w*)"
    r"\s*(?P<arguments>\([^()]*\))?\s*(?P<lists>(?:\[\s*\]\s*)*)(?P<optional>\?)?\s*",
    re.ASCII,
)
_SYMBOL = re.compile(r"(>=|<=|>|<)\s*")
_WORD = re.compile(r"[^\s,=]+")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*'", re.DOTALL),
}
_DEEPEST_LIST = 3
_MOST_BRACKETS = 100


class ShorthandError(ValueError):
    """A short form that cannot be read; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_type(leaf: Leaf) -> TypeText:
    """Return the type that a text is, and nothing else."""
    text = leaf.text
    reader = _Reader(leaf, text)
    found = reader.type()
    if reader.at < len(text):
        raise reader.problem("SW103", "here stands a type and nothing else", reader.at, len(text))
    return found


def read_short(leaf: Leaf) -> tuple[TypeText, dict[str, Given]]:
    """Return the type and the words of a short form."""
    reader = _Reader(leaf, leaf.text)
    found = reader.type()
    return found, reader.words()


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, leaf: Leaf, text: str) -> None:
        self.leaf = leaf
        self.text = text
        self.at = len(text) - len(text.lstrip())

    def problem(
        self, code: str, message: str, start: int, stop: int, *, hint: str = "", advice: str = ""
    ) -> ShorthandError:
        """Return the error of a stretch of the text."""
        at = self._span(start, stop)
        return ShorthandError(Problem(code=code, message=message, at=at, hint=hint, help=advice))

    def _span(self, start: int, stop: int) -> Span:
        return self.leaf.part(start, max(start, stop))

    def type(self) -> TypeText:
        """Read the type at the start."""
        found = _TYPE.match(self.text, self.at)
        if not found:
            raise self.problem(
                "SW103",
                f"{quoted(self.text)} does not start with a type",
                self.at,
                len(self.text),
                advice=TYPE_HELP,
            )
        self.at = found.end()
        if self.at < len(self.text) and self.text[self.at] not in ",=":
            self._after_type(found)
        depth = found["lists"].count("[")
        if depth > _DEEPEST_LIST:
            start, stop = found.span("lists")
            raise self.problem("SW103", f"lists are at most {_DEEPEST_LIST} deep", start, stop)
        return TypeText(
            at=self._span(found.start(), len(found.group().rstrip()) + found.start()),
            ref=found["ref"] is not None,
            namespace=self._name(found, "namespace") if found["namespace"] else None,
            name=self._name(found, "name"),
            arguments=self._arguments(found),
            depth=depth,
            optional=found["optional"] is not None,
        )

    def _after_type(self, found: re.Match[str]) -> None:
        """Say what is wrong behind a type, where neither `=` nor a comma follows."""
        start = found.end()
        stop = next((i for i in range(start, len(self.text)) if self.text[i] in ",="), len(self.text))
        rest = self.text[start:stop].strip()
        first = rest.split()[0] if rest else rest
        if "(" in rest and ")" not in self.text[start:]:
            raise self.problem("SW103", "a '(' without ')'", start, len(self.text))
        if first in WORDS or rest[:1] in "<>":
            raise self.problem(
                "SW103", f"a comma is missing before {quoted(first)}", start, start + len(first)
            )
        hint = "write ref before the name of an object" if first[:1].isupper() else ""
        raise self.problem(
            "SW103", f"{quoted(rest)} stands behind the type", start, start + len(rest), hint=hint
        )

    def _name(self, found: re.Match[str], group: str) -> Name:
        return Name(found[group], self._span(*found.span(group)))

    def _arguments(self, found: re.Match[str]) -> tuple[Leaf, ...] | None:
        if found["arguments"] is None:
            return None
        leaves = []
        start = found.start("arguments") + 1
        inside = found["arguments"][1:-1]
        for part in inside.split(",") if inside.strip() else ():
            indent = len(part) - len(part.lstrip())
            text = part.strip()
            at = self._span(start + indent, start + indent + max(1, len(text)))
            leaves.append(Leaf(plain(text), at, text))
            start += len(part) + 1
        return tuple(leaves)

    def words(self) -> dict[str, Given]:
        """Read the default and the modifiers behind the type."""
        words: dict[str, Given] = {}
        if self._next() == "=":
            start = self.at
            self.at += 1
            words["default"] = Given(self._span(start, start + 1), self._value("= stands before a default"))
        while self._next() == ",":
            self.at += 1
            self._modifier(words)
        if self.at < len(self.text):
            rest = self.text[self.at :]
            late = " (a default stands right behind the type)" if rest.startswith("=") else ""
            raise self.problem("SW025", f"{quoted(rest)} is not expected here{late}", self.at, len(self.text))
        return words

    def _next(self) -> str:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def _modifier(self, words: dict[str, Given]) -> None:
        self._next()
        start = self.at
        symbol = _SYMBOL.match(self.text, start)
        word = _WORD.match(self.text, start)
        if symbol:
            name, self.at = SYMBOLS[symbol[1]], symbol.end()
            stop = start + len(symbol[1])
        elif word:
            name, self.at = word[0], word.end()
            stop = word.end()
        else:
            raise self.problem(
                "SW025", "a modifier is missing behind the comma", max(0, start - 1), start + 1
            )
        at = self._span(start, stop)
        if symbol is None and (name not in WORDS or not WORDS[name].short or WORDS[name].symbol):
            self._unknown(name, start, stop)
        if name in words:
            raise self.problem("SW024", f"{quoted(self.text[start:stop])} is given twice", start, stop)
        if WORDS[name].short == "flag":
            words[name] = Given(at, Leaf(True, at))
            if self._next() == "=":
                advice = "a default stands right behind the type, as in int = 5, unique"
                raise self.problem(
                    "SW025", "a default behind a modifier", self.at, len(self.text), advice=advice
                )
            if self._next() not in ("", ","):
                raise self.problem("SW027", f"{name} takes no value", self.at, len(self.text))
        elif name == "pattern":
            words[name] = Given(at, self._pattern(start, stop))
        else:
            words[name] = Given(at, self._value(f"{self.text[start:stop]} needs a value"))

    def _unknown(self, name: str, start: int, stop: int) -> None:
        short = [word for word, about in WORDS.items() if about.short and not about.symbol]
        word = WORDS.get(name)
        advice = f"modifiers are {', '.join([*short, *SYMBOLS])}"
        if word is not None:
            advice = (
                f"write {word.symbol} instead"
                if word.symbol
                else f"{name} belongs to the long form: {{type: …, {name}: …}}"
            )
        raise self.problem(
            "SW025", f"unknown modifier {quoted(name)}", start, stop, hint=near(name, short), advice=advice
        )

    def _pattern(self, start: int, stop: int) -> Leaf:
        if self._next() != "/":
            raise self.problem(
                "SW027", "a pattern stands between slashes, as in pattern /^[a-z]+$/", start, stop
            )
        first = self.at + 1
        at, escaped = first, False
        while at < len(self.text) and (escaped or self.text[at] != "/"):
            escaped = not escaped and self.text[at] == "\\"
            at += 1
        if at >= len(self.text):
            raise self.problem("SW027", "a pattern without its closing slash", first - 1, len(self.text))
        self.at = at + 1
        raw = self.text[first:at]
        return Leaf(re.sub(r"\\(.)", lambda m: "/" if m[1] == "/" else m[0], raw, flags=re.DOTALL),
                    self._span(first, at), None, self.leaf.exact and r"\/" not in raw)  # fmt: skip

    def _value(self, missing: str) -> Node:
        """Read a value: quoted, in JSON brackets, or plain up to the next comma."""
        char = self._next()
        start = self.at
        if char in ("", ","):
            raise self.problem("SW027", missing, max(0, start - 1), start + 1)
        if char in "\"'":
            return self._quoted(char, start)
        if char in "[{":
            return self._json(start)
        stop = self.text.find(",", start)
        self.at = len(self.text) if stop < 0 else stop
        text = self.text[start : self.at].rstrip()
        return Leaf(plain(text), self._span(start, start + len(text)), text)

    def _quoted(self, quote: str, start: int) -> Leaf:
        found = _QUOTED[quote].match(self.text, start)
        if not found:
            raise self.problem("SW027", "a quote that is not closed", start, len(self.text))
        self.at = found.end()
        raw, span = found[0], self._span(start, self.at)
        if quote == "'":
            return Leaf(raw[1:-1].replace("''", "'"), span)
        try:
            return Leaf(str(json.loads(raw, strict=False)), span)
        except ValueError:
            message = "in double quotes, a backslash escapes as in JSON"
            raise self.problem("SW027", message, start, self.at) from None

    def _json(self, start: int) -> Node:
        decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=str, strict=False)
        try:
            if self.text.count("[", start) + self.text.count("{", start) > _MOST_BRACKETS:
                raise ValueError  # noqa: TRY301  what is this deep is written in the long form
            value, self.at = decoder.raw_decode(self.text, start)
        except ValueError:
            message = "a list or mapping in the short form is written as JSON"
            raise self.problem("SW027", message, start, len(self.text)) from None
        return from_data(value, self._span(start, self.at))


def from_data(value: object, at: Span) -> Node:
    """Return the tree of bare values, all of it standing in one place."""
    if isinstance(value, dict):
        return Entries(tuple((Leaf(str(key), at), from_data(inner, at)) for key, inner in value.items()), at)
    if isinstance(value, list):
        return Items(tuple(from_data(inner, at) for inner in value), at)
    if value is None or isinstance(value, bool | int | Decimal | str):
        return Leaf(value, at)
    return Leaf(str(value), at)
