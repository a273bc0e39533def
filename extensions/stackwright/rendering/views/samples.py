"""Values that a model allows: for seed data, and for the tests that are rendered with a project."""

from __future__ import annotations

import base64
import functools
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from stackwright.ontology.ir import Enum, ListOf, Literally, Ref, Scalar, Struct
from stackwright.ontology.patterns import compile_pattern
from stackwright.ontology.words import words
from stackwright.rendering.views.shapes import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Constraints, Field, Object, Type

HOW_MANY = 3
# Tried in turn where a pattern must be met and the model gives no example.
_WORDS = ("NL", "AB", "abc", "ABC", "A", "a", "1", "12", "123", "1234", "12345", "ABC-1", "AB-123", "abc-1",
          "a@b.example", "+31201234567", "1234AB", "2026-01-31", "https://a.example", "#00ff00")  # fmt: skip
_FIXED = {
    "bool": True,
    "time": "09:30:00",
    "duration": "PT1H",
    "json": {"note": "anything"},
}


class UnknownValueError(Exception):
    """No value is known that meets the constraints of a field: give it an `example`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The key of another sample, whatever it will be."""

    to: str


def body(one: Object, number: int) -> dict[str, Any]:
    """Return what makes the object: its required fields, and the optional ones that are easy."""
    values: dict[str, Any] = {}
    for field in writable(one):
        refers = isinstance(field.type, Ref) or field.many
        try:
            easy = not refers and not isinstance(field.type, ListOf) and field.default is None
            if easy or field.required or field.name in one.key:
                values[field.name] = value(field, number, one)
        except UnknownValueError:
            if field.required:
                raise
    return values


def fields(given: tuple[Field, ...], number: int = 0) -> dict[str, Any]:
    """Return values for the required fields of a shape."""
    return {field.name: value(field, number) for field in given if field.required}


def value(field: Field, number: int, one: Object | None = None) -> Any:
    """Return the value of a field in the sample of that number."""
    distinct = field.unique or (one is not None and _in_key(field, one))
    if isinstance(field.example, Literally) and not (distinct and number):
        return field.example.value
    return _value(field.type, field.constraints, number, field, distinct=distinct)


def _in_key(field: Field, one: Object) -> bool:
    return field.name in one.key or any(field.name in group for group in one.unique)


def _value(type_: Type, constraints: Constraints, number: int, field: Field, *, distinct: bool) -> Any:
    match type_:
        case Ref(namespace=namespace, name=name):
            return Reference(f"{namespace}.{name}")
        case Enum(values=values):
            return values[number % len(values)].wire
        case Struct(fields=parts):
            return {part.name: value(part, number) for part in parts if part.required}
        case ListOf(item=item):
            many = max(constraints.min_items or 0, 0 if isinstance(item, Ref) else 1)
            if isinstance(item, Ref) and many > 1:
                raise UnknownValueError(field.name)
            return [_value(item, constraints, number + at, field, distinct=distinct) for at in range(many)]
        case Scalar():
            return _scalar(type_, constraints, number, field, distinct=distinct)


def _scalar(type_: Scalar, constraints: Constraints, number: int, field: Field, *, distinct: bool) -> Any:
    match type_.kind:
        case "string" | "text":
            return _text(type_, constraints, number, field, distinct=distinct)
        case "short" | "int" | "long":
            return int(_number(constraints, number, Decimal(1)))
        case "float" | "double":
            return float(_number(constraints, number, Decimal(1)))
        case "decimal":
            unit = Decimal(1).scaleb(-(type_.scale or 0))
            step = Decimal(1) if (type_.precision or 0) > (type_.scale or 0) else unit
            return f"{_number(constraints, number, step).quantize(unit):f}"
        case "date":
            return _moment(constraints, f"2026-01-{number + 1:02}")
        case "datetime":
            return _moment(constraints, f"2026-01-{number + 1:02}T09:30:00Z")
        case "uuid":
            digits = "".join(f"{ord(char):x}" for char in field.name)[:8].ljust(8, "0")
            return f"{digits}-0000-7000-8000-{number + 1:012x}"
        case "bytes":
            size = max(constraints.min_length or 0, 1)
            return base64.b64encode(bytes([65 + number]) * size).decode()
    if constraints.min or constraints.max or constraints.above or constraints.below:
        return _moment(constraints, str(_FIXED[type_.kind]))
    return _FIXED[type_.kind]


def _number(constraints: Constraints, number: int, step: Decimal) -> Decimal:
    low = constraints.min or constraints.above
    high = constraints.max or constraints.below
    start = Decimal(low) if low is not None else min(Decimal(0), Decimal(high or 0))
    found = start + step * (number + (1 if constraints.above or low is None else 0))
    if low is not None and constraints.min and found == Decimal(low) == 0:
        found += step
    if high is not None and (found > Decimal(high) or (constraints.below and found == Decimal(high))):
        found = Decimal(constraints.min) if constraints.min else Decimal(high)
        if not constraints.min and constraints.below:
            raise UnknownValueError(high)
    return found


def _moment(constraints: Constraints, usual: str) -> str:
    if constraints.above or constraints.below:
        raise UnknownValueError(usual)
    return constraints.min or constraints.max or usual


def _text(type_: Scalar, constraints: Constraints, number: int, field: Field, *, distinct: bool) -> str:
    longest = type_.length or 200
    shortest = constraints.min_length or 1
    if constraints.pattern is None:
        text = f"{field.title} {number + 1}" if longest > len(field.title) + 2 else f"{number + 1}"
        return text[:longest].ljust(shortest, ".").replace("/", "-")
    used: set[str] = set()
    for at in range(number + 1) if distinct else (number,):
        fitting = (
            word
            for word in _candidates(constraints.pattern, shortest, longest, field, at)
            if shortest <= len(word) <= longest and compile_pattern(constraints.pattern).found_in(word)
        )
        used.add(found := next((word for word in fitting if word not in used), ""))
        if not found:
            raise UnknownValueError(field.name)
    return found


def _candidates(pattern: str, shortest: int, longest: int, field: Field, number: int) -> Iterator[str]:
    """Yield words near the model's example, or such as people write, and then any."""
    if isinstance(field.example, Literally):
        yield from (f"{number}{field.example.value}", f"{field.example.value}{number}")
    else:
        yield from _WORDS
    yield from _words(pattern, shortest, longest)


@functools.lru_cache(maxsize=256)
def _words(pattern: str, shortest: int, longest: int) -> tuple[str, ...]:
    return words(pattern, shortest, longest, HOW_MANY + 2)
