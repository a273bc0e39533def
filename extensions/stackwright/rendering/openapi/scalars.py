"""The schema of each kind of scalar, within its bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from stackwright.rendering.openapi import texts
from stackwright.rendering.openapi.decimals import decimal_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackwright.ontology.ir import Constraints, Scalar

    Schema: TypeAlias = dict[str, Any]

SAFE_INTEGER = 2**53 - 1

_RANGES = {"short": 2**15 - 1, "int": 2**31 - 1, "long": SAFE_INTEGER}
_FLOATS = {"float": 3.4028234663852886e38, "double": 1.7976931348623157e308}


def scalar(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    """Describe a scalar that a caller sends, or that the service has `written`."""
    return _SCALARS[type_.kind](type_, constraints, written=written)


def _string(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    del written
    schema: Schema = {"type": "string"}
    if constraints.min_length is not None:
        schema["minLength"] = constraints.min_length
    if type_.length is not None:
        schema["maxLength"] = type_.length
    schema["pattern"] = texts.NO_NUL
    if constraints.pattern is not None:
        schema["allOf"] = [{"pattern": constraints.pattern}]
    return schema


def _bool(*_: object, written: bool) -> Schema:
    del written
    return {"type": "boolean"}


def _integer(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    del written
    range_: Schema = {"minimum": -_RANGES[type_.kind], "maximum": _RANGES[type_.kind]}
    if type_.kind != "long":
        range_["minimum"] -= 1
    return {"type": "integer", **_bounded(range_, constraints)}


def _float(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    del written
    range_: Schema = {"minimum": -_FLOATS[type_.kind], "maximum": _FLOATS[type_.kind]}
    return {"type": "number", "format": type_.kind, **_bounded(range_, constraints)}


def _bounded(range_: Schema, constraints: Constraints) -> Schema:
    """Narrow a range by the field's own bounds; an exclusive bound takes the place of the range's."""
    if constraints.min is not None:
        range_["minimum"] = max(range_["minimum"], _number(constraints.min))
    if constraints.above is not None and _number(constraints.above) >= range_["minimum"]:
        del range_["minimum"]
        range_["exclusiveMinimum"] = _number(constraints.above)
    if constraints.max is not None:
        range_["maximum"] = min(range_["maximum"], _number(constraints.max))
    if constraints.below is not None and _number(constraints.below) <= range_["maximum"]:
        del range_["maximum"]
        range_["exclusiveMaximum"] = _number(constraints.below)
    return range_


def _number(text: str) -> int | float:
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _decimal(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    return {
        "type": "string",
        "format": "decimal",
        "pattern": decimal_pattern(type_, constraints, written=written),
    }


def _bytes(type_: Scalar, constraints: Constraints, *, written: bool) -> Schema:
    del written
    schema: Schema = {"type": "string", "format": "byte"}
    if constraints.min_length:
        schema["minLength"] = -(-constraints.min_length // 3) * 4
    if type_.length is not None:
        schema["maxLength"] = -(-type_.length // 3) * 4
    return {**schema, "pattern": texts.base64(type_.length)}


def _text_of(format_: str | None, taken: str, given: str) -> Callable[..., Schema]:
    def describe(*_: object, written: bool) -> Schema:
        named = {"format": format_} if format_ else {}
        return {"type": "string", **named, "pattern": given if written else taken}

    return describe


def _json(*_: object, written: bool) -> Schema:
    del written
    return {"$ref": "#/components/schemas/Json"}


_SCALARS: dict[str, Callable[..., Schema]] = {
    "string": _string,
    "text": _string,
    "bool": _bool,
    "short": _integer,
    "int": _integer,
    "long": _integer,
    "float": _float,
    "double": _float,
    "decimal": _decimal,
    "date": _text_of("date", texts.DATE, texts.DATE),
    "time": _text_of(None, texts.TIME, texts.TIME_WRITTEN),
    "datetime": _text_of("date-time", texts.DATETIME, texts.DATETIME_WRITTEN),
    "duration": _text_of(None, texts.DURATION, texts.DURATION_WRITTEN),
    "uuid": _text_of("uuid", texts.UUID, texts.UUID_WRITTEN),
    "bytes": _bytes,
    "json": _json,
}
