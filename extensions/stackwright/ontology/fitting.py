"""Whether every value of one type may stand where another is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stackwright.ontology.constraints import RANGES, value_range
from stackwright.ontology.ir import Constraints, Enum, ListOf, Ref, Scalar, Struct, Type

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXTS = frozenset(("string", "text"))
_WIDER = {
    "short": frozenset(("short", "int", "long", "float", "double")),
    "int": frozenset(("int", "long", "double")),
    "long": frozenset(("long", "double")),
    "float": frozenset(("float", "double")),
    "double": frozenset(("double",)),
}


def misfit(type_: Type, limits: Constraints, wanted: Type, bounds: Constraints) -> str:
    """Return why a value of a type may not fit another; nothing where it always fits."""
    if not _same(type_, wanted):
        return f"{called(type_)} is not {called(wanted)}"
    return _looser(limits, bounds, type_)


def called(type_: Type) -> str:
    """Return a type as an author would write it."""
    if isinstance(type_, ListOf):
        return f"{called(type_.item)}[]"
    if isinstance(type_, Ref):
        return f"ref {type_.name}"
    if isinstance(type_, Enum | Struct):
        return type_.name
    numbers = [number for number in (type_.length, type_.precision, type_.scale) if number is not None]
    return f"{type_.kind}({', '.join(map(str, numbers))})" if numbers else type_.kind


def _same(type_: Type, wanted: Type) -> bool:
    if isinstance(type_, ListOf) and isinstance(wanted, ListOf):
        return _same(type_.item, wanted.item)
    if isinstance(type_, Enum) and isinstance(wanted, Scalar):
        longest = max((len(value.wire) for value in type_.values), default=0)
        return wanted.kind == "text" or (wanted.kind == "string" and longest <= (wanted.length or 0))
    if isinstance(type_, Scalar) and isinstance(wanted, Scalar):
        return _scalar(type_, wanted)
    if isinstance(type_, Scalar | ListOf) or isinstance(wanted, Scalar | ListOf):
        return False
    return type(type_) is type(wanted) and (type_.namespace, type_.name) == (wanted.namespace, wanted.name)


def _scalar(type_: Scalar, wanted: Scalar) -> bool:
    if type_.kind in _TEXTS and wanted.kind == "text":
        return True
    if wanted.kind == "decimal":
        whole = (wanted.precision or 0) - (wanted.scale or 0)
        if type_.kind == "decimal":
            return (type_.scale or 0) <= (wanted.scale or 0) and (type_.precision or 0) - (
                type_.scale or 0
            ) <= whole
        limits = value_range(type_) if type_.kind in ("short", "int", "long") else None
        return limits is not None and limits[1] < Decimal(10) ** whole
    if type_.kind in RANGES:
        return wanted.kind in _WIDER[type_.kind]
    return type_.kind == wanted.kind and (wanted.length is None or (type_.length or 0) <= wanted.length)


def _looser(limits: Constraints, bounds: Constraints, type_: Type) -> str:
    """Return the bound that a value may break."""
    low = limits.min or limits.above
    high = limits.max or limits.below
    inside: list[tuple[str | None, str, Callable[[Decimal], bool]]] = [
        (bounds.min, ">=", lambda bound: low is not None and Decimal(low) >= bound),
        (bounds.above, ">", lambda bound: low is not None
         and (Decimal(low) > bound or (limits.above is not None and Decimal(low) == bound))),
        (bounds.max, "<=", lambda bound: high is not None and Decimal(high) <= bound),
        (bounds.below, "<", lambda bound: high is not None
         and (Decimal(high) < bound or (limits.below is not None and Decimal(high) == bound))),
    ]  # fmt: skip
    for bound, sign, holds in inside:
        if bound is not None and not holds(Decimal(bound)):
            return f"it may break {sign} {bound}"
    if bounds.pattern is not None and bounds.pattern != limits.pattern:
        return "it may break the pattern"
    if (bounds.min_length or 0) > (limits.min_length or 0):
        return f"it may be shorter than {bounds.min_length}"
    if isinstance(type_, ListOf):
        if (bounds.min_items or 0) > (limits.min_items or 0):
            return f"it may have fewer than {bounds.min_items} items"
        if bounds.max_items is not None and (limits.max_items is None or limits.max_items > bounds.max_items):
            return f"it may have more than {bounds.max_items} items"
    return ""
