"""How the types of the model are spelled in Python: what values are, and what reads them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from stackwright.ontology.ir import Enum, Field, ListOf, Literally, Made, Ref, Scalar, Struct
from stackwright.rendering.once import once
from stackwright.rendering.python import py

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackwright.ontology.ir import Constraints, Object, Type

SAFE_INTEGER = 2**53 - 1
INTEGERS = {"short": 2**15, "int": 2**31}
FLOAT_MAX = 3.4028234663852886e38
_PLAIN_SCALE = 6  # beyond it, str() of a small Decimal has an exponent

PYTHON = {
    "string": "str", "text": "str", "bool": "bool", "short": "int", "int": "int", "long": "int",
    "float": "float", "double": "float", "decimal": "Decimal", "date": "dt.date", "time": "dt.time",
    "datetime": "dt.datetime", "duration": "dt.timedelta", "uuid": "UUID", "json": "Any", "bytes": "bytes",
}  # fmt: skip


def value_type(type_: Type) -> str:
    """Return the Python type of a value."""
    match type_:
        case Scalar(kind=kind):
            return PYTHON[kind]
        case Enum(name=name) | Struct(name=name):
            return name
        case ListOf(item=item):
            return f"list[{value_type(item)}]"
        case Ref(target=target):
            return key_type(target)


def key_type(object_: Object) -> str:
    """Return the Python type of an object's key: that of its one field, or a class of its own."""
    if len(object_.key) > 1:
        return f"{object_.name}Key"
    return value_type(object_.key_fields[0].type)


def read_type(field: Field) -> str:
    """Return the annotation of a field in a read shape, which says how it is written as JSON."""
    return _written(field.type) + (" | None" if field.optional else "")


@once
def input_type(field: Field) -> str:
    """Return the annotation of a field that a caller gives: its type and what reads it."""
    return _input(field.type, field.constraints, field) + (" | None" if field.optional else "")


def reader(type_: Type, constraints: Constraints | None = None, *, key: bool = False) -> str:
    """Return the expression of the reader of a scalar, enum or key."""
    match type_:
        case Scalar():
            return f"values.{_READERS[type_.kind](type_, constraints, key)}"
        case Enum(name=name):
            return f"values.Choice({name})"
        case Ref(target=target) if len(target.key) > 1:
            return f"values.Compound({target.name}Key)"
        case Ref(target=target):
            part = target.key_fields[0]
            return reader(part.type, part.constraints, key=True)
    raise TypeError(f"{type_} has no reader of its own")


def literal(type_: Type, value: Any, constraints: Constraints | None = None) -> str:
    """Return the Python expression of a value in its JSON form."""
    if value is None:
        return "None"
    match type_:
        case Enum(name=name, values=members):
            return next(f"{name}.{one.name.upper()}" for one in members if value in (one.name, one.wire))
        case Struct(name=name):
            return f"{name}.model_validate({py(value)})"
        case ListOf(item=item):
            return "[" + ", ".join(literal(item, part, constraints) for part in value) + "]"
        case Scalar(kind="decimal", scale=scale):
            return decimal(f"{Decimal(str(value)):.{scale}f}")
        case Scalar(kind="float" | "double"):
            return real(value)
        case Scalar(kind="string" | "text" | "bool" | "short" | "int" | "long"):
            return py(value)
    return f"{reader(type_)}.read({py(value)})"


def default(field: Field) -> str | None:
    """Return what follows `=` in a class for a field that needs not be given, or None."""
    match field.default:
        case Made(how="now"):
            return f"pydantic.Field(default_factory={NOW[_kind(field.type)]})"
        case Made(how="uuid"):
            return "pydantic.Field(default_factory=identifiers.uuid7)"
        case Literally(value=value):
            made = literal(field.type, value)
            if made == "[]":
                return "pydantic.Field(default_factory=list)"
            plain = isinstance(field.type, Enum) or _kind(field.type) in _PLAIN
            return made if plain else f"pydantic.Field(default_factory=lambda: {made})"
    if field.optional:
        return "None"
    if field.many and not field.constraints.min_items:
        return "pydantic.Field(default_factory=list)"
    return None


NOW = {
    "datetime": "identifiers.now",
    "date": "lambda: identifiers.now().date()",
    "time": "lambda: identifiers.now().time()",
}
_PLAIN = {"string", "text", "bool", "short", "int", "long", "float", "double", "decimal"}


def made(field: Field, moment: str = "moment") -> str | None:
    """Return the expression of the value that the service itself gives to a field, or None."""
    match field.default:
        case Made(how="now"):
            return {"datetime": moment, "date": f"{moment}.date()", "time": f"{moment}.time()"}[
                _kind(field.type)
            ]
        case Made(how="uuid"):
            return "identifiers.uuid7()"
        case Literally(value=value):
            return literal(field.type, value)
    return None


def scalars(type_: Type) -> Iterator[Scalar | Enum | Struct | Ref]:
    """Yield the innermost types of a type."""
    while isinstance(type_, ListOf):
        type_ = type_.item
    yield type_


def real(value: Any) -> str:
    """Return the literal of a number, as the formatter writes it."""
    return repr(float(value)).replace("e+", "e")


def decimal(text: str) -> str:
    """Return the expression of a decimal, from its text."""
    number = Decimal(text)
    whole = number == number.to_integral_value() and "." not in text
    return f"Decimal({int(number)})" if whole else f'Decimal("{text}")'


def _kind(type_: Type) -> str:
    return type_.kind if isinstance(type_, Scalar) else ""


def _written(type_: Type) -> str:
    match type_:
        case Scalar(kind="duration"):
            return "Annotated[dt.timedelta, values.SpanText]"
        case Scalar(kind="bytes"):
            return "Annotated[bytes, values.BlobText]"
        case Scalar(kind="decimal", scale=scale) if (scale or 0) > _PLAIN_SCALE:
            return "Annotated[Decimal, values.DecimalText]"
        case ListOf(item=item):
            return f"list[{_written(item)}]"
        case Ref(target=target) if len(target.key) == 1:
            return _written(target.key_fields[0].type)
    return value_type(type_)


def _input(type_: Type, constraints: Constraints, field: Field) -> str:
    match type_:
        case ListOf(item=item):
            inner = f"list[{_input(item, constraints, field)}]"
            bounds = {"min_length": constraints.min_items, "max_length": constraints.max_items}
            given = ", ".join(f"{name}={bound}" for name, bound in bounds.items() if bound is not None)
            return f"Annotated[{inner}, pydantic.Field({given})]" if given and type_ is field.type else inner
        case Struct(name=name):
            return name
        case Ref(namespace=namespace, name=name, target=target):
            mark = f"values.Refers({py(f'{namespace}.{name}')})"
            if len(target.key) > 1:
                return f"Annotated[{key_type(target)}, {mark}]"
            return f"Annotated[{key_type(target)}, {reader(type_)}, {mark}]"
    return f"Annotated[{value_type(type_)}, {reader(type_, constraints, key=field.key)}]"


def _arguments(**given: Any) -> str:
    return ", ".join(f"{name}={value}" for name, value in given.items() if value is not None)


def _whole(type_: Scalar, constraints: Constraints | None, _key: bool) -> str:
    limit = INTEGERS.get(type_.kind)
    low, high = (-limit, limit - 1) if limit else (-SAFE_INTEGER, SAFE_INTEGER)
    if constraints is not None:
        if constraints.min is not None:
            low = max(low, int(constraints.min))
        if constraints.above is not None:
            low = max(low, int(constraints.above) + 1)
        if constraints.max is not None:
            high = min(high, int(constraints.max))
        if constraints.below is not None:
            high = min(high, int(constraints.below) - 1)
    if (low, high) == (-SAFE_INTEGER, SAFE_INTEGER):
        return "Whole()"
    return f"Whole({low}, {high})"


def _bounds(constraints: Constraints | None, spell: Callable[[str], str]) -> dict[str, str | None]:
    if constraints is None:
        return {}
    given = {
        "low": constraints.min,
        "high": constraints.max,
        "above": constraints.above,
        "below": constraints.below,
    }
    return {name: None if bound is None else spell(bound) for name, bound in given.items()}


def _real(type_: Scalar, constraints: Constraints | None, _key: bool) -> str:
    bounds = _bounds(constraints, real)
    if type_.kind == "float":
        bounds["low"] = bounds.get("low") or real(-FLOAT_MAX)
        bounds["high"] = bounds.get("high") or real(FLOAT_MAX)
    return f"Real({_arguments(**bounds)})"


def _digits(type_: Scalar, constraints: Constraints | None, _key: bool) -> str:
    bounds = _arguments(**_bounds(constraints, decimal))
    return f"Digits({type_.precision}, {type_.scale}{', ' if bounds else ''}{bounds})"


def _text(type_: Scalar, constraints: Constraints | None, key: bool) -> str:
    given: dict[str, Any] = {}
    if constraints is not None:
        pattern = constraints.pattern
        given = {
            "longest": type_.length,
            "shortest": constraints.min_length,
            "pattern": None if pattern is None else py(pattern),
        }
    return f"{'KeyText' if key else 'Text'}({_arguments(**given)})"


def _blob(type_: Scalar, constraints: Constraints | None, _key: bool) -> str:
    if constraints is None:
        return "Blob()"
    return f"Blob({_arguments(longest=type_.length, shortest=constraints.min_length)})"


def _timed(name: str) -> Callable[[Scalar, Constraints | None, bool], str]:
    def spelled(_type: Scalar, constraints: Constraints | None, _key: bool) -> str:
        bounds = _bounds(constraints, lambda bound: f"values.{name}().read({py(bound)})")
        return f"{name}({_arguments(**bounds)})"

    return spelled


_READERS: dict[str, Callable[[Scalar, Constraints | None, bool], str]] = {
    "string": _text, "text": _text, "bool": lambda *_: "Flag()", "short": _whole, "int": _whole,
    "long": _whole, "float": _real, "double": _real, "decimal": _digits, "date": _timed("Day"),
    "time": _timed("TimeOfDay"), "datetime": _timed("Instant"), "duration": _timed("Span"),
    "uuid": lambda *_: "Identifier()", "json": lambda *_: "Anything()", "bytes": _blob,
}  # fmt: skip
