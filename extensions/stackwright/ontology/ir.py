"""The intermediate representation: a checked model, frozen, ordered, and free of any target language.

Everything downstream reads these classes and never the YAML. A tree of them is built only by
`ontology.load`, so whatever holds here (names are legal, refs resolve, defaults fit) holds everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Kind = Literal[
    "string", "text", "bool", "short", "int", "long", "float", "double", "decimal",
    "date", "time", "datetime", "duration", "uuid", "json", "bytes",
]  # fmt: skip
OnDelete = Literal["restrict", "cascade", "set_null"]
Write = Literal["create", "update", "delete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value without parts. `length` counts characters (string) or bytes (bytes)."""

    kind: Kind
    length: int | None = None
    precision: int | None = None
    scale: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A reference to an object of this or another ontology; its value is the target's key."""

    namespace: str
    name: str
    target: Object = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """An ordered list whose elements are never null; of a `Ref` (top level only): a set, many-to-many."""

    item: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValue:
    """One value of an enum, or one state. `wire` is its text in JSON and in the database."""

    name: str
    wire: str
    title: str
    description: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """A closed set of values."""

    namespace: str
    name: str
    title: str
    description: str | None = None
    values: tuple[EnumValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struct:
    """A value with parts but no identity, stored inside its owner."""

    namespace: str
    name: str
    title: str
    description: str | None = None
    fields: tuple[Field, ...]


Type: TypeAlias = Scalar | Enum | Struct | Ref | ListOf


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedType:
    """A scalar with a name and constraints of its own; the fields that use it hold all of this already."""

    namespace: str
    name: str
    title: str
    description: str | None = None
    type: Scalar
    constraints: Constraints
    example: Literally | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Literally:
    """A value, in its canonical JSON form: a decimal or a date is a string, an enum value its wire text."""

    value: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A default that is made at the moment of writing: `now`, `uuid`, or `auto` (by the database)."""

    how: Literal["now", "uuid", "auto"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """Bounds on a value. They speak of the innermost scalar, `*_items` of the outermost list.

    Numbers are exact: decimal text, without exponent. `pattern` is a raw regular expression that must
    match somewhere in the value (`search`), in the subset common to Python and ECMA-262.
    """

    min: str | None = None
    max: str | None = None
    above: str | None = None
    below: str | None = None
    min_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named value of an object, struct, event, transition, action input or result.

    `attr` is its Python attribute: the name, with an underscore behind it where Python or a library
    that we render for reserves it. `named` is the name of the declared type that the field was written
    with (`Money`), for titles and schemas; its constraints are already merged into `constraints`.
    """

    name: str
    attr: str
    title: str
    description: str | None = None
    type: Type
    named: str | None = None
    optional: bool = False
    default: Literally | Made | None = None
    constraints: Constraints = Constraints()
    key: bool = False
    display: bool = False
    unique: bool = False
    index: bool = False
    readonly: bool = False
    private: bool = False
    example: Literally | None = None
    inverse: str | None = None
    on_delete: OnDelete = "restrict"
    was: str | None = None

    @property
    def many(self) -> bool:
        """Whether this is a many-to-many reference, kept in a link table and not in a column."""
        return isinstance(self.type, ListOf) and isinstance(self.type.item, Ref)

    @property
    def required(self) -> bool:
        """Whether a caller who makes the owner must give a value."""
        may_be_empty = self.many and not self.constraints.min_items
        return not self.optional and self.default is None and not may_be_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A move of an object from one of `sources` to `target` (names of states), with values of its own."""

    name: str
    attr: str
    title: str
    description: str | None = None
    sources: tuple[str, ...]
    target: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """A thing with identity, kept in a table.

    `fields` are the declared ones, in the author's order; `key` names those that form the key, in key
    order. `states` is empty, or its first is the initial one. `snake` is the name in snake_case and
    `plural` its plural, the collection in paths and the repository in Python. `table` is short enough
    for every database.
    """

    namespace: str
    name: str
    snake: str
    plural: str
    table: str
    title: str
    description: str | None = None
    was: str | None = None
    was_table: str | None = None
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    states: tuple[EnumValue, ...] = ()
    transitions: tuple[Transition, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    index: tuple[tuple[str, ...], ...] = ()
    writes: tuple[Write, ...] = ("create", "update", "delete")
    timestamps: bool = True
    require_if_match: bool = False

    def field(self, name: str) -> Field:
        """Return the declared field of that name; KeyError if there is none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)

    @property
    def key_fields(self) -> tuple[Field, ...]:
        """The fields of the key, in key order."""
        return tuple(self.field(name) for name in self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact that the domain announces."""

    namespace: str
    name: str
    title: str
    description: str | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionOutput:
    """The action moves an object; it answers with the transition's event."""

    object: Object = field(repr=False)
    transition: Transition


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOutput:
    """The action announces an event, and answers with it."""

    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultOutput:
    """The action answers with values of its own."""

    fields: tuple[Field, ...]


Output: TypeAlias = TransitionOutput | EventOutput | ResultOutput


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that the business can be asked to do. `snake` names its path, module and function."""

    namespace: str
    name: str
    snake: str
    title: str
    description: str | None = None
    input: tuple[Field, ...] = ()
    output: Output


@dataclass(frozen=True, slots=True, kw_only=True)
class FromEvent:
    """An input taken from the event: the path of a value, as `("order", "customer")`.

    A step behind a ref is a field of the object that the ref names (it is loaded when the trigger runs).
    """

    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What a trigger gives to one input of its action."""

    input: str
    source: FromEvent | Literally | Made


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionEvent:
    """The event that a transition emits.

    Payload: `<snake of object>` (its key), `from_state`, `to_state`, the transition's fields, `occurred_at`.
    """

    object: Object = field(repr=False)
    transition: Transition


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Run an action whenever an event has happened, once per event."""

    namespace: str
    name: str
    title: str
    description: str | None = None
    when: Event | TransitionEvent
    run: Action
    bindings: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """One file of the model: `path` is its URL prefix (`/api/shop`), `source` the file's name."""

    name: str
    title: str
    description: str | None = None
    path: str
    source: str
    enums: tuple[Enum, ...] = ()
    structs: tuple[Struct, ...] = ()
    objects: tuple[Object, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    types: tuple[NamedType, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """All ontologies of a project, ordered by name."""

    ontologies: tuple[Ontology, ...]

    def objects(self) -> Iterator[Object]:
        """Yield every object of every ontology."""
        for ontology in self.ontologies:
            yield from ontology.objects
