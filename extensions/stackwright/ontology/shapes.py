"""Small readers that the whole language shares: a part with its keys, a name, a flag, a list of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from stackwright.ontology import grammar
from stackwright.ontology.declared import Name
from stackwright.ontology.names import NAME
from stackwright.ontology.problems import Problem, near, quoted
from stackwright.ontology.tree import Entries, Items, Leaf, Node, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackwright.ontology.problems import Span

NAME_HELP = (
    "a name starts with a letter and has up to 41 letters, digits and underscores"
    " (no two in a row, none at the end)"
)


class SpokenWords(TypedDict):
    """What `Spoken` takes."""

    name: Name
    title: str | None
    description: str | None
    was: Name | None


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping whose keys have been checked."""

    found: list[Problem]
    values: Mapping[str, Node]
    keys: Mapping[str, grammar.Key]

    def get(self, key: str) -> Node | None:
        """Return the node of a key."""
        return self.values.get(key)

    def word(self, key: str) -> Name | None:
        """Return the name that a key holds; None, and a problem, where it holds anything else."""
        node = self.values.get(key)
        return name(node, self.found) if node is not None else None

    def chosen(self, key: str, found: list[Problem]) -> tuple[str, ...]:
        """Return the words of a list, each of them one of those that the key allows."""
        node, allowed = self.values[key], self.keys[key].choices
        if not isinstance(node, Items):
            found.append(_wrong("a list", node))
            return ()
        chosen: list[str] = []
        for item in node.items:
            one = choice(item, allowed, found)
            if one in chosen:
                found.append(Problem(code="SW024", message=f"{quoted(one)} is given twice", at=item.at))
            elif one is not None:
                chosen.append(one)
        return tuple(chosen)


def part(
    kind: grammar.Part, node: Node | None, found: list[Problem], *, whole: str, but: Iterable[str] = ()
) -> Part | None:
    """Return a mapping with the keys of a part; unknown and missing keys are problems (except `but`)."""
    keys = grammar.PARTS[kind]
    if not isinstance(node, Entries):
        if node is not None:
            known = ", ".join(keys)
            found.append(_wrong("a mapping", node, f"{whole} has the keys {known}"))
        return None
    values = dict(checked(node, keys, found, whole=whole))
    for key, about in keys.items():
        if about.required and key not in values and key not in but:
            at = node.at.part(0, 1) if node.flow else _first(node)
            found.append(
                Problem(
                    code="SW021",
                    message=f"{whole} lacks {quoted(key)}",
                    at=at,
                    help=f"{key}: {about.meaning}",
                )
            )
    return Part(found, values, keys)


def _first(node: Entries) -> Span:
    return node.entries[0][0].at if node.entries else node.at


def checked(
    node: Entries, keys: Mapping[str, object], found: list[Problem], *, whole: str
) -> Iterator[tuple[str, Node]]:
    """Yield the entries whose key is known and whose value is given."""
    for key, value in node.entries:
        word = key.text
        if word not in keys:
            hint = near(word, keys)
            help_ = f"{whole} has the keys {', '.join(keys)}"
            found.append(
                Problem(code="SW020", message=f"unknown key {quoted(word)}", at=key.at, hint=hint, help=help_)
            )
        elif isinstance(value, Leaf) and value.value is None and value.bare is None and word != "default":
            found.append(Problem(code="SW022", message=f"{quoted(word)} has no value", at=key.at))
        else:
            yield word, value


def spoken(name_: Name, about: Part | None) -> SpokenWords:
    """Return what everything with a name has."""
    if about is None:
        return {"name": name_, "title": None, "description": None, "was": None}
    return {
        "name": name_,
        "title": text(about.get("title"), about.found),
        "description": text(about.get("description"), about.found),
        "was": about.word("was"),
    }


def pairs(node: Node | None, key: str, found: list[Problem]) -> tuple[tuple[Leaf, Node], ...]:
    """Return the entries of a mapping from names."""
    if isinstance(node, Entries):
        return node.entries
    if node is not None:
        found.append(_wrong("a mapping from names", node, f"{key} is a mapping"))
    return ()


def text(node: Node | None, found: list[Problem]) -> str | None:
    """Return a text."""
    if node is None:
        return None
    if not isinstance(node, Leaf) or not isinstance(node.value, str):
        found.append(_wrong("a text", node, "put quotes around it" if isinstance(node, Leaf) else ""))
        return None
    if not node.value.strip():
        found.append(Problem(code="SW022", message="the text is empty", at=node.at))
        return None
    return node.value


def name(node: Node, found: list[Problem]) -> Name | None:
    """Return a name that may be one."""
    if isinstance(node, Leaf) and isinstance(node.value, str) and name_at(node.value):
        return Name(node.value, node.at)
    if isinstance(node, Leaf) and node.value is not None:
        message = f"{quoted(node.text if isinstance(node.value, str) else node.text.lower())} is not a name"
        found.append(Problem(code="SW030", message=message, at=node.at, help=NAME_HELP))
    else:
        found.append(_wrong("a name", node))
    return None


def name_at(word: str) -> bool:
    """Whether a word may be a name: letters, digits, single underscores inside."""
    return NAME.fullmatch(word) is not None and "__" not in word and not word.endswith("_")


def names(node: Node, found: list[Problem]) -> tuple[Name, ...]:
    """Return one name, or a list of them."""
    items = node.items if isinstance(node, Items) else (node,)
    read = (name(item, found) for item in items)
    return tuple(one for one in read if one is not None)


def flag(node: Node | None, found: list[Problem], *, default: bool) -> bool:
    """Return a truth value."""
    if node is None:
        return default
    if isinstance(node, Leaf) and isinstance(node.value, bool):
        return node.value
    hint = (
        "YAML 1.2 writes true and false"
        if isinstance(node, Leaf) and node.text in ("yes", "no", "on", "off")
        else ""
    )
    found.append(_wrong("true or false", node, hint))
    return default


def choice(node: Node, allowed: tuple[str, ...], found: list[Problem]) -> str | None:
    """Return one word out of a few."""
    if isinstance(node, Leaf) and node.value in allowed:
        return str(node.value)
    if isinstance(node, Leaf) and node.value is not None:
        found.append(
            Problem(
                code="SW023",
                message=f"{quoted(node.text)} is none of {', '.join(allowed)}",
                at=node.at,
                hint=near(node.text, allowed),
            )
        )
    else:
        found.append(_wrong(f"one of {', '.join(allowed)}", node))
    return None


def _wrong(expected: str, node: Node, advice: str = "") -> Problem:
    message = f"expected {expected} and found {kind_of(node)}"
    return Problem(code="SW022", message=message, at=node.at, help=advice)
