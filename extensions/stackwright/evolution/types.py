"""How the type of a field has changed: whether what it held still fits, and whether more does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from stackwright.evolution.faces import identity
from stackwright.ontology.ir import Enum, ListOf, Ref, Scalar, Struct

if TYPE_CHECKING:
    from stackwright.evolution.context import Context
    from stackwright.ontology.ir import Type

Relation = Literal[
    "same", "length-raised", "length-lowered", "type-widened", "type-narrowed", "type-changed",
    "type-renamed", "reference-changed",
]  # fmt: skip
_WIDER: dict[str, tuple[str, ...]] = {
    "short": ("int", "long", "float", "double"),
    "int": ("long", "double"),
    "long": ("double",),
    "float": ("double",),
}


def relation(old: Type, new: Type, context: Context) -> Relation:
    """Return what has become of a type; all but `same` are codes of kinds."""
    match old, new:
        case ListOf(item=one), ListOf(item=other):
            return relation(one, other, context)
        case Scalar(), Scalar():
            return _scalars(old, new)
        case Ref(), Ref():
            return "same" if context.same_object(old, new) else "reference-changed"
        case Enum() | Struct(), Enum() | Struct():
            return _declared(old, new)
    return "type-changed"


def _declared(old: Enum | Struct, new: Enum | Struct) -> Relation:
    if type(old) is type(new) and identity(old) == identity(new):
        return "same" if old.name == new.name else "type-renamed"
    return "type-renamed" if _shape(old) == _shape(new) else "type-changed"


def _scalars(old: Scalar, new: Scalar) -> Relation:
    if old == new:
        return "same"
    if old.kind == new.kind == "decimal":
        return _sized(_digits(old), _digits(new))
    if old.kind == new.kind or {old.kind, new.kind} == {"string", "text"}:
        return _sized((_length(old),), (_length(new),))
    if new.kind in _WIDER.get(old.kind, ()):
        return "type-widened"
    return "type-narrowed" if old.kind in _WIDER.get(new.kind, ()) else "type-changed"


def _sized(old: tuple[float, ...], new: tuple[float, ...]) -> Relation:
    """Compare sizes, of which each must hold what it held."""
    if all(one <= other for one, other in zip(old, new, strict=True)):
        return "length-raised"
    if all(one >= other for one, other in zip(old, new, strict=True)):
        return "length-lowered"
    return "type-changed"


def _length(scalar: Scalar) -> float:
    return float("inf") if scalar.length is None else scalar.length


def _digits(scalar: Scalar) -> tuple[float, float]:
    """Return how many digits a decimal has before and behind its point."""
    scale = scalar.scale or 0
    return (scalar.precision or 0) - scale, scale


def _shape(type_: Enum | Struct) -> object:
    """Return what a caller sees of a type: its name is no part of any value."""
    if isinstance(type_, Enum):
        return [value.wire for value in type_.values]
    return [(one.name, one.type, one.optional, one.default, one.constraints) for one in type_.fields]
