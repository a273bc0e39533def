# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""How objects are kept: what a repository knows of its kind, and the statements made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Insert,
    Integer,
    Select,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
)

from ..contract.bodies import Shape
from ..contract.queries import Fields
from .conditions import Columns, Link, parts

T = TypeVar("T")

SIZE = bindparam("size", type_=Integer)


@dataclass(frozen=True)
class Kept(Generic[T]):
    """How objects of a kind are kept: their table, and where in it each field is.

    Fields go by their names on the wire; `attributes` has those whose Python name differs,
    and `merged` those that a patch changes member by member.
    """

    kind: str
    title: str
    table: Table
    fields: Mapping[str, tuple[str, ...]]
    queryable: Fields
    shape: type[Shape]
    read: Callable[[Sequence[Any], Sequence[list[Any]]], T]
    made: Callable[[datetime], dict[str, Any]]
    links: Mapping[str, Link] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, TypeAdapter[Any]] = field(default_factory=dict)
    auto_key: str | None = None

    @cached_property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """Return the columns that an object is read from, in its order."""
        return tuple(
            self.table.c[name] for names in self.fields.values() for name in names
        )

    @cached_property
    def key(self) -> tuple[ColumnElement[Any], ...]:
        """Return the columns of the key."""
        return tuple(self.table.primary_key.columns)

    @cached_property
    def one(self) -> Select[Any]:
        """Return the statement that reads one object; statements are built once, not per request."""
        return select(*self.columns).where(*self._same_key())

    @cached_property
    def locked(self) -> Select[Any]:
        """Return the statement that reads one object and keeps others from changing it."""
        return self.one.with_for_update()

    @cached_property
    def adding(self) -> Insert:
        """Return the statement that adds an object."""
        return insert(self.table)

    @cached_property
    def first_page(self) -> Select[Any]:
        """Return the statement that reads a page of all objects, in the order of their keys."""
        return select(*self.columns).order_by(*self.key).limit(SIZE)

    @cached_property
    def next_page(self) -> Select[Any]:
        """Return the same behind a cursor, for a key of one column."""
        after = bindparam("after", type_=self.key[0].type)
        return self.first_page.where(self.key[0] > after)

    def by_key(self, key: object) -> dict[str, Any]:
        """Return the parameters of the statements that read one object."""
        return dict(zip(self._names, parts(key), strict=True))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(f"key_{at}" for at in range(len(self.key)))

    def _same_key(self) -> list[ColumnElement[bool]]:
        return [
            column == bindparam(name, type_=column.type)
            for name, column in zip(self._names, self.key, strict=True)
        ]

    @cached_property
    def where(self) -> Columns:
        """Return where conditions find the fields."""
        fields = {
            field: tuple(self.table.c[name] for name in names)
            for field, names in self.fields.items()
        }
        return Columns(self.key, fields, self.links)

    @cached_property
    def unique(self) -> Mapping[str, tuple[str, ...]]:
        """Return the fields of each unique constraint, by its name and by SQLite's words for it."""
        field_of = {
            name: field for field, names in self.fields.items() for name in names
        }
        found: dict[str, tuple[str, ...]] = {}
        for constraint in self.table.constraints:
            if (
                isinstance(constraint, UniqueConstraint)
                or constraint is self.table.primary_key
            ):
                names = [column.name for column in constraint.columns]
                fields = tuple(dict.fromkeys(field_of[name] for name in names))
                found[str(constraint.name)] = fields
                found[",".join(f"{self.table.name}.{name}" for name in names)] = fields
        # The names that MariaDB and PostgreSQL give to a primary key.
        found["PRIMARY"] = found[f"{self.table.name}_pkey"] = found[
            ",".join(f"{self.table.name}.{column.name}" for column in self.key)
        ]
        return found

    @cached_property
    def foreign(self) -> Mapping[str, str]:
        """Return the field of each foreign key, by its name."""
        field_of = {
            name: field for field, names in self.fields.items() for name in names
        }
        return {
            str(constraint.name): field_of[next(iter(constraint.columns)).name]
            for constraint in self.table.foreign_key_constraints
        }
