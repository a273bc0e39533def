"""What a diagram says, before it is written or drawn: entities and relationships, or states and moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mark = Literal["PK", "FK", "UK"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A field in the box of its entity; `type` is spelled as its author writes it, without the `?`."""

    name: str
    type: str
    marks: tuple[Mark, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An object; one of another ontology has its key only."""

    name: str
    title: str
    description: str | None = None
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many may stand at one end of a relationship: at least none or one, at most one or many."""

    least: Literal[0, 1]
    many: bool

    def __str__(self) -> str:
        """Return it in words."""
        if self.many:
            return "one or more" if self.least else "any number"
        return "exactly one" if self.least else "at most one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A reference, from the entity that has the field to the one it names.

    `owners` is how many of the first there are for one of the second, `targets` the other way round.
    `identifying` is a reference that is part of its owner's key.
    """

    owner: str
    field: str
    target: str
    inverse: str | None
    owners: Number
    targets: Number
    identifying: bool

    @property
    def label(self) -> str:
        """The names of both directions: of the field, and of its inverse if it has one."""
        return self.field if self.inverse is None else f"{self.field} / {self.inverse}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """An ER diagram."""

    name: str
    title: str
    description: str | None = None
    entities: tuple[Entity, ...]
    relationships: tuple[Relationship, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A transition from one of its sources."""

    name: str
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A state diagram; the first of `states` is the initial one."""

    name: str
    title: str
    description: str | None = None
    states: tuple[str, ...]
    moves: tuple[Move, ...]


Diagram: TypeAlias = Entities | States
