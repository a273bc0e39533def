"""What a list can be filtered and sorted by: operators by type, and the schemas of conditions."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Constraints, Enum, Field, ListOf, Ref, Scalar
from stackwright.rendering.openapi.layout import Line, line
from stackwright.rendering.openapi.names import key_parts
from stackwright.rendering.openapi.scalars import scalar
from stackwright.rendering.openapi.values import Values, pointer

if TYPE_CHECKING:
    from stackwright.ontology.ir import Kind, Object, Type
    from stackwright.rendering.openapi.names import Names
    from stackwright.rendering.openapi.values import Schema

_SAME = ("eq", "ne", "in", "not_in", "is_null")
_ORDERED = (*_SAME, "lt", "lte", "gt", "gte")
_TEXT = (*_ORDERED, "contains", "starts_with", "ends_with", "icontains")
_OPERATORS = {
    "string": _TEXT,
    "text": _TEXT,
    "bool": ("eq", "is_null"),
    "uuid": _SAME,
    "bytes": _SAME,
}
_UNSORTABLE = frozenset({"text", "json", "bytes"})
MOST_VALUES, MOST_MEMBERS = 1000, 100
_SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """The conditions on one field: the name of their schema, its operators and the value they take, as text.

    `named` holds the value's own schema, where it is too long to be repeated for each operator.
    """

    name: str
    operators: tuple[str, ...]
    value: Line
    in_query: bool = True
    named: tuple[tuple[str, Line], ...] = ()

    def operand(self, operator: str) -> Line:
        """Describe what stands behind an operator."""
        if operator == "is_null":
            return Line('{"type": "boolean"}')
        if operator in ("in", "not_in"):
            return Line(f'{{"type": "array", "items": {self.value}, "maxItems": {MOST_VALUES}}}')
        return self.value

    def schema(self) -> Schema:
        """Describe the conditions as the body form of a query holds them."""
        members = {operator: self.operand(operator) for operator in self.operators}
        return {"type": "object", "additionalProperties": False, "properties": members}


def filters(object_: Object, names: Names) -> dict[str, Filter]:
    """Return what an object's list can be filtered by, in the order of its read shape."""
    return names.once(_filters, object_)


def _filters(object_: Object, names: Names) -> dict[str, Filter]:
    found = {field.name: _filter(field, names) for field in object_.fields if not field.private}
    if object_.states:
        state = names.derived(object_, "State")
        found["state"] = Filter(
            name=names.derived(object_, "StateFilter"), operators=_SAME, value=pointer(state)
        )
    return found | {field.name: _filter(field, names) for field in standard_fields(object_)}


def sorts(object_: Object) -> tuple[str, ...]:
    """Return the names that an object's list can be sorted by, in the order of its read shape."""
    declared = [field.name for field in object_.fields if not field.private and _sortable(field.type)]
    state = ["state"] if object_.states else []
    return (*declared, *state, *(field.name for field in standard_fields(object_)))


def standard_fields(object_: Object) -> tuple[Field, ...]:
    """Return the fields behind the state that an object has without declaring them."""
    return _STANDARD if object_.timestamps else _STANDARD[:1]


_STANDARD = (
    Field(name="row_version", attr="row_version", title="Row version", type=Scalar(kind="long")),
    Field(name="created_at", attr="created_at", title="Created at", type=Scalar(kind="datetime")),
    Field(name="updated_at", attr="updated_at", title="Updated at", type=Scalar(kind="datetime")),
)


def where(object_: Object, names: Names) -> Schema:
    """Describe the conditions of a query, with its groups."""
    itself = pointer(names.derived(object_, "Where"))
    conditions = {name: pointer(found.name) for name, found in filters(object_, names).items()}
    several = Line(f'{{"type": "array", "items": {itself}, "maxItems": {MOST_MEMBERS}}}')
    groups = {"any": several, "all": several, "not": itself}
    return {
        "type": "object",
        "description": "All members must hold. `any` and `all` combine, `not` turns around.",
        "additionalProperties": False,
        "properties": conditions | groups,
    }


def _filter(field: Field, names: Names) -> Filter:
    type_ = field.type
    if isinstance(type_, ListOf):
        return _of_list(type_, field, names)
    match type_:
        case Ref():
            name, single = _key_filter(type_, "Filter", names)
            return Filter(name=name, operators=_SAME, value=_value(type_, names), in_query=single)
        case Enum():
            return Filter(name=names.derived(type_, "Filter"), operators=_SAME, value=_value(type_, names))
        case Scalar() if type_.kind != "json":
            return _of_scalar(type_.kind, type_.precision, type_.scale)
    return _ONLY_NULL


@functools.cache
def _of_scalar(kind: Kind, precision: int | None, scale: int | None) -> Filter:
    type_ = Scalar(kind=kind, precision=precision, scale=scale)
    operators = _OPERATORS.get(kind, _ORDERED)
    return Filter(
        name=_kind(type_) + "Filter", operators=operators, value=_scalar_value(kind, precision, scale)
    )


def _of_list(type_: ListOf, field: Field, names: Names) -> Filter:
    item = type_.item
    json = isinstance(item, Scalar) and item.kind == "json"
    if json or not isinstance(item, Scalar | Enum | Ref):
        return _ONLY_NULL
    suffix = "OptionalListFilter" if field.optional else "ListFilter"
    operators = ("has", "is_null") if field.optional else ("has",)
    value = _value(item, names)
    if isinstance(item, Ref):
        name, single = _key_filter(item, suffix, names)
        return Filter(name=name, operators=operators, value=value, in_query=single)
    if isinstance(item, Enum):
        return Filter(name=names.derived(item, suffix), operators=operators, value=value)
    return _plain(_kind(item), suffix, operators, value)


_ONLY_NULL = Filter(name="NullFilter", operators=("is_null",), value=line({}))


def _key_filter(ref: Ref, suffix: str, names: Names) -> tuple[str, bool]:
    """Name the schema of conditions on a key, and say whether a query string can hold them."""
    parts = [field.type for _, field in key_parts(ref.target)]
    if parts == [Scalar(kind="uuid")]:
        return f"Uuid{suffix}", True
    return names.derived(ref.target, f"Key{suffix}"), len(parts) == 1


def _plain(kind: str, suffix: str, operators: tuple[str, ...], value: Line) -> Filter:
    if value.count('": ') <= _SHORT:
        return Filter(name=kind + suffix, operators=operators, value=value)
    name = kind + "Value"
    return Filter(name=kind + suffix, operators=operators, value=pointer(name), named=((name, value),))


def _kind(type_: Scalar) -> str:
    if type_.kind == "decimal":
        return f"Decimal{type_.precision}_{type_.scale}"
    return "String" if type_.kind == "text" else type_.kind.capitalize()


def _value(type_: Type, names: Names) -> Line:
    """Describe the value of a condition: a key as it is everywhere, others by their type alone."""
    if isinstance(type_, Scalar):
        return _scalar_value(type_.kind, type_.precision, type_.scale)
    return Values(names, "in").line(type_)


@functools.cache
def _scalar_value(kind: Kind, precision: int | None, scale: int | None) -> Line:
    return line(scalar(Scalar(kind=kind, precision=precision, scale=scale), Constraints(), written=False))


def _sortable(type_: Type) -> bool:
    match type_:
        case Scalar():
            return type_.kind not in _UNSORTABLE
        case Ref():
            return len(list(key_parts(type_.target))) == 1
        case _:
            return isinstance(type_, Enum)
