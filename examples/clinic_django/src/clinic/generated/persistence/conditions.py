# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Conditions of the contract, as Django's: they mean the same on every database."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q

from ..contract.queries import Condition, Where
from .lookups import Among

NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Link:
    """A many-to-many field: its model, the attributes that name the owner, and those that name the target."""

    model: type[Model]
    owner: tuple[str, ...]
    target: tuple[str, ...]
    read: Callable[[Sequence[Any]], Any] = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of an object are kept, and how a key of several parts is taken apart."""

    key: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    links: Mapping[str, Link]


def parts(value: Any) -> tuple[Any, ...]:
    """Return the column values of a key or of any other value."""
    return tuple(value.parts()) if hasattr(value, "parts") else (value,)


def maybe(kind: Any, values: Sequence[Any]) -> Any:
    """Return the key of these column values, or None where there is none."""
    return None if values[0] is None else kind.from_parts(values)


def key_of(model: type[Model]) -> tuple[str, ...]:
    """Return the attributes of a model's key."""
    return tuple(str(part.attname) for part in model._meta.pk_fields)


def same(names: Sequence[str], values: Sequence[Any]) -> Q:
    """Return the condition that attributes have these values."""
    return Q(**dict(zip(names, values, strict=True)))


def among(names: Sequence[str], values: Iterable[Sequence[Any]]) -> Q:
    """Return the condition that attributes have one of these groups of values."""
    groups = list(values)
    if len(names) == 1:
        return Q(**{f"{names[0]}__in": [value for (value,) in groups]})
    return Q(Among(names, groups)) if groups else NOTHING


def condition(where: Where, columns: Columns) -> Q:
    """Return the condition as Django has it; it is true or false, never null."""
    if isinstance(where, Condition):
        return _test(where, columns)
    members = [condition(member, columns) for member in where.members]
    if where.kind == "not":
        return ~members[0]
    if where.kind == "any":
        return Q(*members, _connector=Q.OR) if members else NOTHING
    return Q(*members) if members else ~NOTHING


def _test(asked: Condition, columns: Columns) -> Q:
    if asked.field in columns.links:
        return _linked(columns.links[asked.field], columns.key, asked.operand)
    kept = columns.fields[asked.field]
    operator, operand = asked.operator, asked.operand
    if operator == "is_null":
        return Q(**{f"{kept[0]}__isnull": operand})
    # Django's negation holds for null, too, as the contract wants it.
    if operator in {"eq", "ne"}:
        equal = same(kept, parts(operand))
        return ~equal if operator == "ne" else equal
    if operator in {"in", "not_in"}:
        one_of = among(kept, map(parts, operand))
        return ~one_of if operator == "not_in" else one_of
    return Q(**{f"{kept[0]}__{_LOOKUPS[operator]}": operand})


def _linked(link: Link, key: Sequence[str], operand: Any) -> Q:
    mine = same(link.owner, [OuterRef(name) for name in key])
    named = same(link.target, parts(operand))
    return Q(Exists(link.model._default_manager.filter(mine, named).order_by()))


_LOOKUPS = {
    "lt": "lt",
    "lte": "lte",
    "gt": "gt",
    "gte": "gte",
    "has": "has",
    "contains": "contains",
    "starts_with": "startswith",
    "ends_with": "endswith",
    "icontains": "icontains",
}
