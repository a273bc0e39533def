"""YAML text to a tree with positions; every oddity of YAML that we do not want is a problem with a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from stackwright.ontology.problems import File, Problem, Span, quoted
from stackwright.ontology.tree import Entries, Items, Leaf, Node, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_STRANGE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile("[ ]*\t")
_DEEPEST = 40
_MOST_NODES = 2_000_000
_QUOTE = 'inside { } and [ ] quote what holds , [ ] { } > or #, as in "decimal(12, 2), >= 0"'


class _Open(NamedTuple):
    """A list or mapping that is being read."""

    start: Span
    flow: bool
    parts: list[Node]
    anchor: str | None
    mapping: bool


def read(name: str, text: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a file, or None where it cannot be read, and what is wrong with its YAML."""
    text = text.removeprefix("\ufeff")
    file = File(name, tuple(_BREAKS.split(text)))
    strange = list(_strange(file))
    if strange:
        return None, strange
    reader = _Reader(file)
    try:
        root = reader.tree(text)
    except yaml.MarkedYAMLError as error:
        reader.problems.append(_syntax(file, error))
        return None, reader.problems
    except yaml.YAMLError as error:
        reader.problems.append(Problem(code="SW001", message=_one_line(error), at=Span(file, 0, 0, 0, 1)))
        return None, reader.problems
    if reader.broken:
        return None, reader.problems
    reader.problems.extend(_tabs(file, reader.long_texts))
    return root, reader.problems


class _Reader:
    """Builds a tree from the parser's events; without recursion, so that no depth can break it."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.long_texts: list[tuple[int, int]] = []
        self.broken = False
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._size = 0

    def tree(self, text: str) -> Node | None:
        """Return the root; None for a file without content."""
        loader = _LOADER(text)
        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        try:
            while not self.broken:
                event = loader.get_event()
                if event is None or isinstance(event, yaml.StreamEndEvent):
                    break
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._stop("SW009", "a model file holds one document", event)
                    continue
                node = self._node(event, stack)
                if node is not None and stack:
                    stack[-1].parts.append(node)
                elif node is not None:
                    root = node
        finally:
            loader.dispose()
        return root

    def _node(self, event: yaml.Event, stack: list[_Open]) -> Node | None:
        """Return the node that an event completes; None where it opens one or is of no interest."""
        if isinstance(event, yaml.ScalarEvent):
            return self._leaf(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, stack)
        if isinstance(event, yaml.CollectionStartEvent):
            self._tagged(event)
            if len(stack) >= _DEEPEST:
                self._stop("SW007", f"nested deeper than {_DEEPEST} levels", event)
            mapping = isinstance(event, yaml.MappingStartEvent)
            stack.append(_Open(_span(self.file, event), bool(event.flow_style), [], event.anchor, mapping))
            return None
        if isinstance(event, yaml.CollectionEndEvent):
            return self._close(stack.pop(), event)
        return None

    def _leaf(self, event: yaml.ScalarEvent) -> Leaf:
        self._tagged(event)
        at = _span(self.file, event)
        if at.line != at.end_line:
            self.long_texts.append((at.line, at.end_line))
        if event.style in (None, ""):
            exact = at.line == at.end_line and at.end_column - at.column == len(event.value)
            leaf = Leaf(plain(event.value), at, None, exact)
        else:
            inner = Span(self.file, at.line, at.column + 1, at.end_line, at.end_column - 1)
            exact = at.line == at.end_line and at.end_column - at.column == len(event.value) + 2
            leaf = Leaf(event.value, inner if exact else at, None, exact)
        self._keep(event.anchor, leaf, 1)
        return leaf

    def _alias(self, event: yaml.AliasEvent, stack: list[_Open]) -> Node | None:
        if any(opened.anchor == event.anchor for opened in stack):
            self._stop("SW004", f"the anchor {quoted(event.anchor)} contains itself", event)
            return None
        if event.anchor not in self._anchors:
            self._stop("SW001", f"the alias {quoted(event.anchor)} names no anchor above it", event)
            return None
        node, size = self._anchors[event.anchor]
        self._size += size
        if self._size > _MOST_NODES:
            self._stop("SW007", f"more than {_MOST_NODES} values", event)
        return node

    def _close(self, opened: _Open, event: yaml.Event) -> Node:
        end = _span(self.file, event)
        at = Span(self.file, opened.start.line, opened.start.column, end.end_line, end.end_column)
        if not opened.mapping:
            node: Node = Items(tuple(opened.parts), at)
        else:
            pairs = zip(opened.parts[::2], opened.parts[1::2], strict=True)
            node = Entries(tuple(self._entries(pairs)), at, opened.flow)
        self._keep(opened.anchor, node, sum(1 for _ in opened.parts) + 1)
        return node

    def _entries(self, pairs: Iterator[tuple[Node, Node]]) -> Iterator[tuple[Leaf, Node]]:
        """Yield the entries of a mapping with keys as text; the first of equal keys wins."""
        seen: dict[str, Span] = {}
        for key, value in pairs:
            if not isinstance(key, Leaf):
                self._say("SW011", "a key is a word, not a list or a mapping", key.at)
                continue
            at = key.at
            text = at.file.lines[at.line][at.column : at.end_column] if key.exact else key.text
            first = seen.setdefault(text, at)
            if first is not at:
                hint = f"first given in line {first.line + 1}"
                self._say("SW002", f"the key {quoted(text)} is given twice", at, hint)
                continue
            yield Leaf(text, at, None, key.exact), value

    def _keep(self, anchor: str | None, node: Node, size: int) -> None:
        self._size += 1
        if anchor is not None:
            self._anchors[anchor] = (node, size if isinstance(node, Leaf) else _weight(node))

    def _tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None and event.tag != "!":
            self._say("SW006", f"the tag {quoted(event.tag)} has no meaning here", _span(self.file, event))

    def _say(self, code: str, message: str, at: Span, hint: str = "") -> None:
        self.problems.append(Problem(code=code, message=message, at=at, hint=hint))

    def _stop(self, code: str, message: str, event: yaml.Event) -> None:
        self._say(code, message, _span(self.file, event))
        self.broken = True


def _weight(node: Node) -> int:
    """Return how many values a tree holds; shared parts count each time."""
    total, rest = 0, [node]
    while rest and total <= _MOST_NODES:
        head = rest.pop()
        total += 1
        if isinstance(head, Items):
            rest.extend(head.items)
        elif isinstance(head, Entries):
            rest.extend(value for _, value in head.entries)
    return total


def _span(file: File, event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return Span(file, start.line, start.column, end.line, end.column)


def _strange(file: File) -> Iterator[Problem]:
    """Characters that YAML does not allow in a file."""
    for number, line in enumerate(file.lines):
        found = _STRANGE.search(line)
        if found:
            at = Span(file, number, found.start(), number, found.end())
            code = f"U+{ord(found.group()):04X}"
            advice = r'in a text write it in double quotes and escaped, as in "\u0007"'
            yield Problem(code="SW005", message=f"the character {code} is not allowed", at=at, help=advice)


def _tabs(file: File, long_texts: list[tuple[int, int]]) -> Iterator[Problem]:
    """Indentation is made of spaces; a tab inside a text of several lines is part of that text."""
    inside = {line for first, last in long_texts for line in range(first + 1, last + 1)}
    for number, line in enumerate(file.lines):
        found = _INDENT.match(line)
        if found and number not in inside and line.strip() and not line.lstrip().startswith("#"):
            yield _tab(file, number, found.end() - 1)


def _tab(file: File, line: int, column: int) -> Problem:
    at = Span(file, line, column, line, column + 1)
    return Problem(code="SW003", message="a tab in the indentation", at=at, help="indent with spaces")


def _syntax(file: File, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    last = max((number for number, line in enumerate(file.lines) if line.strip()), default=0)
    if mark is not None and mark.line > last and error.context_mark is not None:
        mark = error.context_mark  # what is never closed is told where it is opened
    if mark is None:
        return Problem(code="SW001", message=_one_line(error), at=Span(file, 0, 0, 0, 1))
    line = min(mark.line, len(file.lines) - 1)
    text = file.lines[line]
    column = mark.column if mark.line == line else len(text)
    found = _INDENT.match(text)
    if found and column <= found.end():
        return _tab(file, line, found.end() - 1)
    what = (error.problem or "unreadable").strip()
    where = f" {error.context.strip()}" if error.context else ""
    flow = "{" in text or "[" in text or "flow" in where
    at = Span(file, line, column, line, column + 1)
    return Problem(code="SW001", message=f"not YAML: {what}{where}", at=at, help=_QUOTE if flow else "")


def _one_line(error: Exception) -> str:
    return "not YAML: " + " ".join(str(error).split())
