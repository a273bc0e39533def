# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""How objects are kept: what a repository knows of its kind, and the queries made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet, UniqueConstraint
from pydantic import TypeAdapter

from ..contract.bodies import Shape
from ..contract.queries import Fields
from .conditions import Columns, Link, key_of
from .types import ForeignKeyConstraint

T = TypeVar("T")


@dataclass(frozen=True)
class Kept(Generic[T]):
    """How objects of a kind are kept: their model, and the attributes of it that each field is kept in.

    Fields go by their names on the wire; `attributes` has those whose Python name differs,
    and `merged` those that a patch changes member by member.
    """

    kind: str
    title: str
    model: type[Model]
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
    def names(self) -> tuple[str, ...]:
        """Return the attributes that an object is read from, in its order."""
        return tuple(name for names in self.fields.values() for name in names)

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Return where each of them stands in a row."""
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Return the attributes of the key."""
        return key_of(self.model)

    @cached_property
    def nullable(self) -> frozenset[str]:
        """Return the attributes that may be null."""
        fields = {field.attname: field for field in self.model._meta.concrete_fields}
        return frozenset(name for name in self.names if fields[name].null)

    @property
    def rows(self) -> QuerySet[Any, Any]:
        """Return the query of all rows, each as a tuple."""
        return self._rows.all()

    @cached_property
    def where(self) -> Columns:
        """Return where conditions find the fields."""
        return Columns(self.key, self.fields, self.links)

    @cached_property
    def unique(self) -> Mapping[str, tuple[str, ...]]:
        """Return the fields of each unique constraint, by its name and by SQLite's words for it."""
        groups = {
            constraint.name: constraint.fields
            for constraint in self.model._meta.constraints
            if isinstance(constraint, UniqueConstraint)
        }
        table = self.model._meta.db_table
        # The names that MariaDB and PostgreSQL give to a primary key.
        groups |= dict.fromkeys(("PRIMARY", f"{table}_pkey"), self.key)
        found: dict[str, tuple[str, ...]] = {}
        for name, group in groups.items():
            columns = [self._columns[part] for part in group]
            fields = tuple(dict.fromkeys(self._field_of[column] for column in columns))
            found[name] = found[",".join(f"{table}.{column}" for column in columns)] = (
                fields
            )
        return found

    @cached_property
    def foreign(self) -> Mapping[str, str]:
        """Return the field of each foreign key, by its name."""
        return {
            constraint.name: self._field_of[constraint.columns[0]]
            for constraint in self.model._meta.constraints
            if isinstance(constraint, ForeignKeyConstraint)
        }

    @cached_property
    def _field_of(self) -> Mapping[str, str]:
        return {
            self._columns[name]: field
            for field, names in self.fields.items()
            for name in names
        }

    @cached_property
    def _columns(self) -> Mapping[str, str]:
        # A reference is also known by its name without the key's.
        return {
            known: str(field.column)
            for field in self.model._meta.concrete_fields
            for known in (field.name, field.attname)
        }

    @cached_property
    def _rows(self) -> QuerySet[Any, Any]:
        return self.model._default_manager.order_by().values_list(*self.names)
