"""Values in the source to values in JSON: checked against their type, and in one canonical form."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
import uuid
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from stackwright.ontology.constraints import RANGES
from stackwright.ontology.ir import Constraints, Enum, Field, Json, ListOf, Ref, Scalar, Struct, Type
from stackwright.ontology.names import snake
from stackwright.ontology.patterns import compile_pattern
from stackwright.ontology.problems import near, quoted
from stackwright.ontology.tree import Entries, Items, Leaf, Node, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?", re.ASCII)
_DATETIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([Zz]|[+-][0-9]{2}:[0-9]{2})",
    re.ASCII,
)
_DURATION = re.compile(
    r"(?P<sign>-)?P(?!$)(?:(?P<weeks>[0-9]{1,6})W)?(?:(?P<days>[0-9]{1,6})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,9})H)?(?:(?P<minutes>[0-9]{1,9})M)?"
    r"(?:(?P<seconds>[0-9]{1,12}(?:\.[0-9]{1,6})?)S)?)?",
    re.ASCII,
)
_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
_STRANGE = re.compile("[\x00\ud800-\udfff]")
_LARGEST = 400
_DAYS = 999_999_999


class LiteralError(ValueError):
    """A value that its field cannot have. `breaks` says that the type holds, but a constraint does not."""

    def __init__(self, message: str, hint: str = "", *, breaks: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.breaks = breaks


def literal(node: Node, type_: Type, limits: Constraints) -> Json:
    """Return the canonical JSON of a value; LiteralError where type or constraints refuse it."""
    if isinstance(type_, ListOf):
        return _list(node, type_, limits)
    if isinstance(type_, Struct):
        return _members(node, type_.fields, f"struct {type_.name}")
    if isinstance(type_, Enum):
        return _enum(node, type_)
    if isinstance(type_, Ref):
        key = type_.target.key_fields
        if len(key) == 1:
            return literal(node, key[0].type, key[0].constraints)
        return _members(node, key, f"the key of {type_.name}")
    if not isinstance(node, Leaf) and type_.kind != "json":
        raise LiteralError(f"expected {_ARTICLES[type_.kind]} and found {kind_of(node)}")
    value = _READERS[type_.kind](node, type_)
    _check(value, type_, limits)
    return value


def _list(node: Node, type_: ListOf, limits: Constraints) -> Json:
    if not isinstance(node, Items):
        raise LiteralError(f"expected a list and found {kind_of(node)}")
    value: list[Json] = [literal(item, type_.item, _inside(limits)) for item in node.items]
    if limits.min_items is not None and len(value) < limits.min_items:
        raise LiteralError(f"fewer than {limits.min_items} items", breaks=True)
    if limits.max_items is not None and len(value) > limits.max_items:
        raise LiteralError(f"more than {limits.max_items} items", breaks=True)
    return value


def _inside(limits: Constraints) -> Constraints:
    """Return the constraints of an item: the number of items belongs to the outermost list."""
    return Constraints(
        min=limits.min, max=limits.max, above=limits.above, below=limits.below,
        min_length=limits.min_length, pattern=limits.pattern,
    )  # fmt: skip


def _members(node: Node, fields: tuple[Field, ...], whole: str) -> Json:
    if not isinstance(node, Entries):
        raise LiteralError(f"expected a mapping for {whole} and found {kind_of(node)}")
    given = {snake(key.text): value for key, value in node.entries}
    known = [field.name for field in fields]
    for name in given:
        if name not in known:
            raise LiteralError(f"{whole} has no {quoted(name)}", near(name, known))
    value: dict[str, Json] = {}
    for field in fields:
        inner = given.get(field.name)
        if inner is None or (isinstance(inner, Leaf) and inner.value is None and field.optional):
            if inner is None and field.required:
                raise LiteralError(f"{whole} needs {quoted(field.name)}")
            continue
        value[field.name] = literal(inner, field.type, field.constraints)
    return value


def _enum(node: Node, enum: Enum) -> Json:
    if not isinstance(node, Leaf):
        raise LiteralError(f"expected a value of {enum.name} and found {kind_of(node)}")
    for value in enum.values:
        if value.name == node.text:
            return value.wire
    known = [value.name for value in enum.values]
    raise LiteralError(f"{quoted(node.text)} is no value of {enum.name}", near(node.text, known))


def _string(node: Leaf, type_: Scalar) -> Json:
    if node.bare is None and not isinstance(node.value, str):
        raise LiteralError(f"expected a text and found {kind_of(node)}", "put quotes around it")
    found = _STRANGE.search(node.text)
    if found:
        raise LiteralError(f"the character U+{ord(found[0]):04X} is not allowed in a text")
    if type_.length is not None and len(node.text) > type_.length:
        raise LiteralError(f"longer than {type_.length} characters", breaks=True)
    return node.text


def _bool(node: Leaf, _type: Scalar) -> Json:
    if not isinstance(node.value, bool):
        raise LiteralError(f"expected true or false and found {kind_of(node)}")
    return node.value


def _exact(node: Leaf, *, from_text: bool = False) -> Decimal:
    value = node.value
    if (
        from_text
        and isinstance(value, str)
        and re.fullmatch(r"-?[0-9]{1,60}(\.[0-9]{1,60})?", value, re.ASCII)
    ):
        value = Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        shown = quoted(node.text) if isinstance(value, str) else kind_of(node)
        raise LiteralError(f"expected a number and found {shown}")
    exact = Decimal(value)
    if abs(exact.adjusted()) > _LARGEST:
        raise LiteralError("too large or too small a number")
    return exact


def _int(node: Leaf, type_: Scalar) -> Json:
    exact = _exact(node)
    low, high = RANGES[type_.kind]
    if exact != exact.to_integral_value():
        raise LiteralError(f"{quoted(node.text)} is not a whole number")
    if not low <= exact <= high:
        raise LiteralError(f"{quoted(node.text)} is beyond {type_.kind} ({low:f} to {high:f})")
    return int(exact)


def _float(node: Leaf, type_: Scalar) -> Json:
    exact = _exact(node)
    low, high = RANGES[type_.kind]
    if not low <= exact <= high:
        raise LiteralError(f"{quoted(node.text)} is beyond {type_.kind}")
    return float(exact) + 0.0


def _decimal(node: Leaf, type_: Scalar) -> Json:
    exact = _exact(node, from_text=True)
    scale, precision = type_.scale or 0, type_.precision or 0
    with localcontext() as context:
        context.prec = 2 * _LARGEST
        fitted = exact.quantize(Decimal(1).scaleb(-scale))
        if fitted != exact:
            raise LiteralError(f"{quoted(node.text)} has more than {scale} digits behind the point")
        if abs(fitted) >= Decimal(10) ** (precision - scale):
            raise LiteralError(
                f"{quoted(node.text)} has more than {precision - scale} digits before the point"
            )
        return f"{fitted or abs(fitted):f}"


def _moment(
    pattern: re.Pattern[str], parse: Callable[[str], Json], form: str
) -> Callable[[Leaf, Scalar], Json]:
    def read(node: Leaf, type_: Scalar) -> Json:
        try:
            if pattern.fullmatch(node.text):
                return parse(node.text)
        except (ValueError, OverflowError):
            pass
        raise LiteralError(f"{quoted(node.text)} is no {type_.kind}", f"written as {form}")

    return read


def _utc(text: str) -> Json:
    moment = dt.datetime.fromisoformat(text.upper()).astimezone(dt.UTC)
    return moment.isoformat().replace("+00:00", "Z")


def _span(text: str) -> Json:
    found = _DURATION.fullmatch(text)
    assert found
    day, hour, minute = 86_400, 3_600, 60
    seconds = (
        Decimal(found["seconds"] or 0) + minute * int(found["minutes"] or 0) + hour * int(found["hours"] or 0)
    )
    seconds += day * (int(found["days"] or 0) + 7 * int(found["weeks"] or 0))
    if seconds > Decimal(_DAYS) * day:
        raise ValueError
    days, rest = divmod(seconds, day)
    hours, rest = divmod(rest, hour)
    minutes, rest = divmod(rest, minute)
    second = f"{rest:f}".rstrip("0").rstrip(".") if rest != rest.to_integral_value() else str(int(rest))
    time = "".join(
        f"{amount}{unit}"
        for amount, unit in ((int(hours), "H"), (int(minutes), "M"), (second, "S"))
        if str(amount) != "0"
    )
    date = f"{int(days)}D" if days else ""
    if not date and not time:
        return "PT0S"
    return f"{'-' if found['sign'] else ''}P{date}{'T' if time else ''}{time}"


def _bytes(node: Leaf, type_: Scalar) -> Json:
    try:
        data = base64.b64decode(node.text, validate=True)
    except (binascii.Error, ValueError):
        raise LiteralError(f"{quoted(node.text)} is no base64") from None
    if type_.length is not None and len(data) > type_.length:
        raise LiteralError(f"longer than {type_.length} bytes", breaks=True)
    return base64.b64encode(data).decode()


def _json(node: Node, _type: Scalar) -> Json:
    if isinstance(node, Items):
        return [_json(item, _type) for item in node.items]
    if isinstance(node, Entries):
        return {
            _clean(key.text): _json(value, _type)
            for key, value in sorted(node.entries, key=lambda e: e[0].text)
        }
    if isinstance(node.value, Decimal):
        exact = _exact(node)
        return int(exact) if exact == exact.to_integral_value() and abs(exact) < 2**53 else float(exact)
    return _clean(node.value) if isinstance(node.value, str) else node.value


def _clean(text: str) -> str:
    if _STRANGE.search(text):
        raise LiteralError("a character that is not allowed in a text")
    return text


def _check(value: Json, type_: Scalar, limits: Constraints) -> None:
    """Hold a value of the right type against its constraints."""
    if isinstance(value, str) and type_.kind in ("string", "text"):
        if limits.pattern is not None and not compile_pattern(limits.pattern).found_in(value):
            raise LiteralError(f"{quoted(value)} does not match its pattern", breaks=True)
        if limits.min_length is not None and len(value) < limits.min_length:
            raise LiteralError(f"shorter than {limits.min_length} characters", breaks=True)
    size = len(base64.b64decode(value)) if isinstance(value, str) and type_.kind == "bytes" else None
    if size is not None and size < (limits.min_length or 0):
        raise LiteralError(f"shorter than {limits.min_length} bytes", breaks=True)
    if type_.kind not in RANGES and type_.kind != "decimal":
        return
    exact = Decimal(str(value))
    for bound, sign, holds in (
        (limits.min, ">=", exact.__ge__),
        (limits.above, ">", exact.__gt__),
        (limits.max, "<=", exact.__le__),
        (limits.below, "<", exact.__lt__),
    ):
        if bound is not None and not holds(Decimal(bound)):
            raise LiteralError(f"{value} is not {sign} {bound}", breaks=True)


_ARTICLES = {
    "string": "a text", "text": "a text", "bool": "true or false", "short": "a number", "int": "a number",
    "long": "a number", "float": "a number", "double": "a number", "decimal": "a number", "date": "a date",
    "time": "a time", "datetime": "a datetime", "duration": "a duration", "uuid": "a uuid",
    "bytes": "base64", "json": "a value",
}  # fmt: skip
_READERS: dict[str, Callable[..., Json]] = {
    "string": _string, "text": _string, "bool": _bool, "short": _int, "int": _int, "long": _int,
    "float": _float, "double": _float, "decimal": _decimal, "json": _json, "bytes": _bytes,
    "date": _moment(_DATE, lambda text: dt.date.fromisoformat(text).isoformat(), "2026-01-31"),
    "time": _moment(_TIME, lambda text: dt.time.fromisoformat(_micro(text)).isoformat(), "13:30:00"),
    "datetime": _moment(_DATETIME, lambda text: _utc(_micro(text)), "2026-01-31T13:30:00Z"),
    "duration": _moment(_DURATION, _span, "P1DT2H30M"),
    "uuid": _moment(_UUID, lambda text: str(uuid.UUID(text)), "01890a5d-ac96-774b-bcce-b302099a8057"),
}  # fmt: skip


def _micro(text: str) -> str:
    """Return a time with six digits of a second, which is what every Python from 3.11 on reads."""
    return re.sub(r"\.([0-9]+)", lambda found: f".{found[1]:0<6}", text)
