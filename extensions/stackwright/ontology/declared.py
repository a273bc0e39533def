"""What a file says, word for word and with places, before names are resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from stackwright.ontology.grammar import Owner
    from stackwright.ontology.problems import Span
    from stackwright.ontology.tree import Leaf, Node


@dataclass(frozen=True, slots=True)
class Name:
    """A word that names something, and where it stands."""

    text: str
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What everything with a name has."""

    name: Name
    title: str | None = None
    description: str | None = None
    was: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeText:
    """A type as written: `ref shop.Order[]?` has a namespace, depth 1, and is optional."""

    at: Span
    ref: bool
    namespace: Name | None
    name: Name
    arguments: tuple[Leaf, ...] | None
    depth: int
    optional: bool


@dataclass(frozen=True, slots=True)
class Given:
    """The value of a word, and where the word stands."""

    at: Span
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Spoken):
    """A field, alike for both forms: its type and its words."""

    owner: Owner
    type: TypeText
    words: dict[str, Given] = field(default_factory=dict)

    def flag(self, word: str) -> bool:
        """Whether a flag is set."""
        given = self.words.get(word)
        return given is not None and getattr(given.value, "value", None) is True

    def at(self, word: str) -> Span:
        """Return where a word stands; the field's name where it is not given."""
        return self.words[word].at if word in self.words else self.name.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Spoken):
    """A value of an enum, or a state."""

    wire: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum(Spoken):
    """An enum."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struct(Spoken):
    """A struct."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Spoken):
    """A transition."""

    sources: tuple[Name, ...]
    target: Name
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FieldSet:
    """Fields that are unique, or looked up, together."""

    at: Span
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Spoken):
    """An object. `key` is what its `key:` says; `broken` where a field could not be read.

    `listed` is false where nothing says what fields it has: an empty mapping says that it has none.
    """

    key: FieldSet | None
    fields: tuple[Field, ...]
    listed: bool
    broken: frozenset[str]
    states: tuple[Value, ...] | None
    transitions: tuple[Transition, ...]
    unique: tuple[FieldSet, ...]
    index: tuple[FieldSet, ...]
    writes: tuple[str, ...] | None
    timestamps: bool
    require_if_match: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Spoken):
    """An event."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Emitted:
    """An output that is a transition, or an event."""

    kind: Literal["transition", "event"]
    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Spoken):
    """An action. Its output is something emitted, or the fields of a result."""

    input: tuple[Field, ...]
    broken: frozenset[str]
    output: Emitted | tuple[Field, ...] | None


@dataclass(frozen=True, slots=True)
class Binding:
    """What a trigger gives to an input: a path or `now` (a name), or a value; None where it is unreadable."""

    input: Name
    source: Name | Given | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Spoken):
    """A trigger."""

    when: Name
    run: Name
    bindings: tuple[Binding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology(Spoken):
    """A file. `broken` names what it declares but what could not be read, so that nobody misses it."""

    source: str
    path: Name | None
    types: tuple[Field, ...] = ()
    enums: tuple[Enum, ...] = ()
    structs: tuple[Struct, ...] = ()
    objects: tuple[Object, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    broken: frozenset[str] = frozenset()
