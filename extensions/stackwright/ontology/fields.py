"""Fields in both forms to one declared field; the comma that YAML's braces swallow is recognised here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from stackwright.ontology import declared
from stackwright.ontology.declared import Given
from stackwright.ontology.grammar import WORDS, Owner, Word
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.shapes import Part as Checked
from stackwright.ontology.shapes import checked, choice, name, spoken, text
from stackwright.ontology.shorthand import ShorthandError, read_short, read_type
from stackwright.ontology.tree import Entries, Leaf, Node, kind_of

if TYPE_CHECKING:
    from stackwright.ontology.problems import Span

_TAIL = re.compile(r"[0-9\s]*\).*|[<>]=?.*")
_OWNERS: dict[Owner, str] = {
    "type": "a named type",
    "object": "an object",
    "struct": "a struct",
    "transition": "a transition",
    "event": "an event",
    "input": "an action's input",
    "result": "a result",
}


def fields_of(
    owner: Owner, node: Node | None, found: list[Problem]
) -> tuple[tuple[declared.Field, ...], frozenset[str]]:
    """Return the fields of a mapping, and the names of those that could not be read."""
    if node is None:
        return (), frozenset()
    if not isinstance(node, Entries):
        message = f"expected a mapping from names to fields and found {kind_of(node)}"
        found.append(Problem(code="SW022", message=message, at=node.at))
        return (), frozenset()
    fields, broken = [], set()
    entries, split = _unsplit(node)
    found.extend(split.values())
    for word, value in entries:
        field = field_of(owner, word, value, found) if word.text not in split else None
        if field is None:
            broken.add(word.text)
        else:
            fields.append(field)
    return tuple(fields), frozenset(broken)


def _unsplit(node: Entries) -> tuple[list[tuple[Leaf, Node]], dict[str, Problem]]:
    """Take out what is the rest of a short form that braces have split at its comma."""
    entries: list[tuple[Leaf, Node]] = []
    problems: dict[str, Problem] = {}
    for word, value in node.entries:
        lost = node.flow and isinstance(value, Leaf) and value.value is None
        if (
            not lost
            or not entries
            or not (_TAIL.fullmatch(word.text) or (word.text.split()[:1] and word.text.split()[0] in WORDS))
        ):
            entries.append((word, value))
            continue
        owner, type_ = entries[-1]
        written = type_.text if isinstance(type_, Leaf) else "…"
        if owner.text not in problems:
            problems[owner.text] = Problem(
                code="SW012",
                message=f"inside braces the comma splits {quoted(owner.text)}",
                at=word.at,
                help=f'quote it: {owner.text}: "{written}, {word.text}"',
            )
    return entries, problems


def field_of(owner: Owner, word: Leaf, node: Node, found: list[Problem]) -> declared.Field | None:
    """Return one field; None, and a problem, where it cannot be read."""
    name_ = name(word, found)
    if name_ is None:
        return None
    if isinstance(node, Entries):
        return _long(owner, name_, node, found)
    if not isinstance(node, Leaf) or not isinstance(node.value, str):
        message = f"expected a type or a mapping and found {kind_of(node)}"
        at = word.at if isinstance(node, Leaf) and node.value is None else node.at
        found.append(Problem(code="SW022", message=message, at=at, help="write NAME: TYPE"))
        return None
    try:
        type_, words = read_short(node)
    except ShorthandError as error:
        found.append(error.problem)
        return None
    words = {key: given for key, given in words.items() if _allowed(owner, key, given.at, found)}
    words = {key: given for key, given in words.items() if _fits(key, WORDS[key], given, found)}
    was = name(words["was"].value, found) if "was" in words else None
    return declared.Field(name=name_, was=was, owner=owner, type=type_, words=words)


def _long(owner: Owner, name_: declared.Name, node: Entries, found: list[Problem]) -> declared.Field | None:
    keys = {word: about for word, about in WORDS.items() if owner in about.owners}
    places = {key.text: key.at for key, _ in node.entries}
    known = dict(checked(_without_strangers(owner, node, found), keys, found, whole="a field"))
    if "type" not in known:
        if "type" not in places:
            message = f"field {quoted(name_.text)} lacks 'type'"
            found.append(Problem(code="SW021", message=message, at=name_.at))
        return None
    type_text = text(known["type"], found)
    if type_text is None:
        return None
    try:
        assert isinstance(known["type"], Leaf)
        type_ = read_type(known["type"])
    except ShorthandError as error:
        found.append(error.problem)
        return None
    words = {key: Given(places[key], value) for key, value in known.items()}
    words = {key: given for key, given in words.items() if _fits(key, WORDS[key], given, found)}
    about = Checked(
        found, {key: value for key, value in known.items() if key in ("title", "description", "was")}, {}
    )
    return declared.Field(**spoken(name_, about), owner=owner, type=type_, words=words)


def _without_strangers(owner: Owner, node: Entries, found: list[Problem]) -> Entries:
    """Take out the words that exist, but not for this owner."""
    kept = tuple(
        (key, value)
        for key, value in node.entries
        if key.text not in WORDS or _allowed(owner, key.text, key.at, found)
    )
    return Entries(kept, node.at, node.flow)


def _allowed(owner: Owner, word: str, at: Span, found: list[Problem]) -> bool:
    if owner in WORDS[word].owners:
        return True
    allowed = [WORDS[other].symbol or other for other in WORDS if owner in WORDS[other].owners]
    message = f"{quoted(word)} has no meaning in {_OWNERS[owner]}"
    found.append(Problem(code="SW026", message=message, at=at, help=f"allowed are {', '.join(allowed)}"))
    return False


def _fits(key: str, word: Word, given: Given, found: list[Problem]) -> bool:
    """Whether the value of a word has the shape that the word asks for."""
    node = given.value
    value = node.value if isinstance(node, Leaf) else None
    expected = ""
    if word.key.shape == "flag" and not isinstance(value, bool):
        expected = "true or false"
    elif word.key.shape == "count" and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        expected = "a whole number from 0 on"
    elif word.key.shape == "number" and (isinstance(value, bool) or not isinstance(value, int | Decimal)):
        expected = "a number"
    elif word.key.shape == "pattern" and not isinstance(value, str):
        expected = "a regular expression in a text"
    elif word.key.shape == "choice":
        return choice(node, word.key.choices, found) is not None
    elif word.key.shape == "name":
        return key == "was" or name(node, found) is not None
    if expected:
        message = f"expected {expected} and found {kind_of(node)}"
        found.append(Problem(code="SW022", message=message, at=node.at))
    return not expected
