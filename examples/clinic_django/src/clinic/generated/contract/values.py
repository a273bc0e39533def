# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""How values are read from JSON and from text: strict, bounded, and alike everywhere.

Each class reads one scalar type and stands in an annotation: `Annotated[int, Whole(1, 9)]`.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from math import isinf, isnan
from typing import Any, TypeAlias
from uuid import UUID

from pydantic import BaseModel, GetCoreSchemaHandler, PlainSerializer
from pydantic_core import CoreSchema, PydanticCustomError, SchemaValidator, core_schema

JsonValue: TypeAlias = (
    "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
)

_EXACT = Context(prec=1000)

SAFE_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader holds exactly."""


def refuse(code: str, message: str) -> PydanticCustomError:
    """Return the error that says why a value is refused, with one of the contract's codes."""
    # The message is a format string to pydantic, and may quote a pattern with braces.
    return PydanticCustomError(code, message.replace("{", "{{").replace("}", "}}"))


class Reader:
    """Reads one type; `ValueError` from pydantic_core says what is wrong."""

    __slots__ = ()

    def read(self, value: Any) -> Any:
        """Return the value of a JSON value, or of a Python value of the type itself."""
        raise NotImplementedError

    def parse(self, text: str) -> Any:
        """Return the value of its text in a path or a query string."""
        return self.read(text)

    def dump(self, value: Any) -> JsonValue:
        """Return the JSON form of a value."""
        return value  # type: ignore[no-any-return]

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Let pydantic read with `read`, and write as it writes the annotated type."""
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.dump,
                when_used="json",
            ),
        )


@dataclass(frozen=True, slots=True)
class Flag(Reader):
    """true or false."""

    def read(self, value: Any) -> bool:
        """Return a boolean as it is."""
        if not isinstance(value, bool):
            raise refuse("type", "must be true or false")
        return value

    def parse(self, text: str) -> bool:
        """Return the boolean that `true` or `false` names."""
        if text not in {"true", "false"}:
            raise refuse("format", "must be true or false")
        return text == "true"


@dataclass(frozen=True, slots=True)
class Whole(Reader):
    """An integer from `low` to `high`; 1.0 is one, true is not."""

    low: int = -SAFE_INTEGER
    high: int = SAFE_INTEGER

    def read(self, value: Any) -> int:
        """Return the integer, within the bounds."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise refuse("type", "must be an integer")
        if value < self.low:
            raise refuse("too_small", f"must be at least {self.low}")
        if value > self.high:
            raise refuse("too_great", f"must be at most {self.high}")
        return value

    def parse(self, text: str) -> int:
        """Return the integer of its decimal digits."""
        if not re.fullmatch(r"-?[0-9]{1,20}", text):
            raise refuse("format", "must be an integer")
        return self.read(int(text))


@dataclass(frozen=True, slots=True)
class Real(Reader):
    """A finite number; the bounds with `above` and `below` are exclusive."""

    low: float | None = None
    high: float | None = None
    above: float | None = None
    below: float | None = None

    def read(self, value: Any) -> float:
        """Return the number, within the bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refuse("type", "must be a number")
        try:
            number = float(value)
        except OverflowError:
            raise refuse("too_great", "must be a finite number") from None
        if isnan(number):
            raise refuse("type", "must be a number")
        if isinf(number):
            small = number < 0
            raise refuse(
                "too_small" if small else "too_great", "must be a finite number"
            )
        _bounded(number, self.low, self.high, self.above, self.below)
        return number

    def parse(self, text: str) -> float:
        """Return the number of its JSON text."""
        if not re.fullmatch(
            r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][-+]?[0-9]{1,4})?", text
        ):
            raise refuse("format", "must be a number")
        return self.read(float(text))


@dataclass(frozen=True, slots=True)
class Digits(Reader):
    """An exact decimal of at most `precision` digits, `scale` of them behind the point."""

    precision: int
    scale: int
    low: Decimal | None = None
    high: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None

    def read(self, value: Any) -> Decimal:
        """Return the decimal with exactly `scale` digits behind the point."""
        if isinstance(value, str):
            if not re.fullmatch(r"-?(0|[1-9][0-9]{0,99})(\.[0-9]{1,100})?", value):
                raise refuse(
                    "format", "must be a decimal number in a string, such as '1.50'"
                )
            if len(value.partition(".")[2]) > self.scale:
                raise self._imprecise()
            value = Decimal(value)
        if not isinstance(value, Decimal):
            raise refuse("type", "must be a decimal number in a string")
        unit = Decimal(1).scaleb(-self.scale)
        try:
            exact = value.quantize(unit, context=_EXACT) if value.is_finite() else None
        except InvalidOperation:
            exact = None
        limit = Decimal(1).scaleb(self.precision - self.scale)
        if exact is None or exact != value or abs(exact) >= limit:
            raise self._imprecise()
        _bounded(exact, self.low, self.high, self.above, self.below)
        return exact or abs(exact)  # there is no negative zero

    def _imprecise(self) -> PydanticCustomError:
        whole = self.precision - self.scale
        wanted = f"at most {whole} digits before and {self.scale} behind the point"
        return refuse("precision", f"must have {wanted}")

    def dump(self, value: Decimal) -> str:
        """Return the decimal without an exponent."""
        return f"{value:f}"


@dataclass(frozen=True, slots=True)
class Text(Reader):
    """A string without NUL, of `shortest` to `longest` characters, in which `pattern` is found."""

    longest: int | None = None
    shortest: int = 0
    pattern: str | None = None

    def read(self, value: Any) -> str:
        """Return the string as it is."""
        if not isinstance(value, str):
            raise refuse("type", "must be a string")
        if "\0" in value:
            raise refuse("format", "must not hold the character NUL")
        if not value.isascii() and re.search(r"[\ud800-\udfff]", value):
            raise refuse("format", "must not hold half a pair of surrogates")
        if self.longest is not None and len(value) > self.longest:
            raise refuse("too_long", f"must have at most {self.longest} characters")
        if len(value) < self.shortest:
            raise refuse("too_short", f"must have at least {self.shortest} characters")
        if self.pattern is not None and not _matcher(self.pattern).isinstance_python(
            value
        ):
            raise refuse("pattern", f"must match {self.pattern}")
        return str(value)


@dataclass(frozen=True, slots=True)
class KeyText(Text):
    """A string that can be a part of a path."""

    def read(self, value: Any) -> str:
        """Return the string as it is."""
        text = Text.read(self, value)
        if not text:
            raise refuse("too_short", "must not be empty")
        if text in {".", "..", "query"} or re.search(r"[/\x00-\x1f\x7f]", text):
            raise refuse(
                "pattern", "must not hold '/' or control characters, nor be '.' or '..'"
            )
        return text


@dataclass(frozen=True, slots=True)
class Identifier(Reader):
    """A UUID in its 36 characters."""

    def read(self, value: Any) -> UUID:
        """Return the UUID."""
        if isinstance(value, UUID):
            return value
        if not isinstance(value, str):
            raise refuse("type", "must be a string")
        if not re.fullmatch(
            r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value
        ):
            raise refuse("format", "must be a UUID")
        return UUID(value)

    def dump(self, value: UUID) -> str:
        """Return the UUID in lower case."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Day(Reader):
    """A date."""

    low: date | None = None
    high: date | None = None
    above: date | None = None
    below: date | None = None

    def read(self, value: Any) -> date:
        """Return the date of its RFC 3339 text."""
        if isinstance(value, str):
            value = _iso(
                date, value, r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date, such as 2026-01-31"
            )
        if not isinstance(value, date) or isinstance(value, datetime):
            raise refuse("type", "must be a string")
        _bounded(value, self.low, self.high, self.above, self.below)
        return value

    def dump(self, value: date) -> str:
        """Return the date in ISO 8601."""
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class TimeOfDay(Reader):
    """A time of day without a zone, to the microsecond."""

    low: time | None = None
    high: time | None = None
    above: time | None = None
    below: time | None = None

    def read(self, value: Any) -> time:
        """Return the time of its ISO 8601 text."""
        if isinstance(value, str):
            shape = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
            value = _iso(time, value, shape, "a time, such as 23:59:00")
        if not isinstance(value, time) or value.tzinfo is not None:
            raise refuse("type", "must be a time without a zone")
        _bounded(value, self.low, self.high, self.above, self.below)
        return value

    def dump(self, value: time) -> str:
        """Return the time in ISO 8601."""
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Instant(Reader):
    """A moment, in UTC, to the microsecond."""

    low: datetime | None = None
    high: datetime | None = None
    above: datetime | None = None
    below: datetime | None = None

    def read(self, value: Any) -> datetime:
        """Return the moment of its RFC 3339 text."""
        if isinstance(value, str):
            shape = (
                r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
                r"([Zz]|[-+][0-9]{2}:[0-9]{2})"
            )
            wanted = "a moment with its zone, such as 2026-01-31T23:59:00Z"
            value = _iso(datetime, value.upper(), shape, wanted)
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise refuse("type", "must be a moment with its zone")
        try:
            moment = value.astimezone(UTC)
        except OverflowError:
            raise refuse("format", "must be between the years 1 and 9999") from None
        _bounded(moment, self.low, self.high, self.above, self.below)
        return moment

    def dump(self, value: datetime) -> str:
        """Return the moment in RFC 3339, in UTC."""
        return value.isoformat().replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Span(Reader):
    """A duration of weeks, days, hours, minutes and seconds, to the microsecond."""

    low: timedelta | None = None
    high: timedelta | None = None
    above: timedelta | None = None
    below: timedelta | None = None

    def read(self, value: Any) -> timedelta:
        """Return the duration of its ISO 8601 text."""
        if isinstance(value, str):
            value = _span(value)
        if not isinstance(value, timedelta):
            raise refuse("type", "must be a string")
        _bounded(value, self.low, self.high, self.above, self.below)
        return value

    def dump(self, value: timedelta) -> str:
        """Return the duration in ISO 8601, in days, hours, minutes and seconds."""
        return span_text(value)


@dataclass(frozen=True, slots=True)
class Blob(Reader):
    """Bytes, in base64; at most `longest` of them."""

    longest: int | None = None
    shortest: int = 0

    def read(self, value: Any) -> bytes:
        """Return the bytes of their base64 text."""
        if isinstance(value, str):
            try:
                value = base64.b64decode(value, validate=True)
            except (binascii.Error, ValueError):
                raise refuse("format", "must be base64") from None
        if not isinstance(value, bytes):
            raise refuse("type", "must be a string")
        if self.longest is not None and len(value) > self.longest:
            raise refuse("too_long", f"must have at most {self.longest} bytes")
        if len(value) < self.shortest:
            raise refuse("too_short", f"must have at least {self.shortest} bytes")
        return value

    def dump(self, value: bytes) -> str:
        """Return the bytes in base64."""
        return base64.b64encode(value).decode()


@dataclass(frozen=True, slots=True)
class Choice(Reader):
    """A value of an enum, by its text on the wire."""

    of: type[StrEnum]

    def read(self, value: Any) -> StrEnum:
        """Return the member."""
        if not isinstance(value, str):
            raise refuse("type", "must be a string")
        try:
            return self.of(value)
        except ValueError:
            raise refuse("choice", f"must be one of {', '.join(self.of)}") from None


@dataclass(frozen=True, slots=True)
class Anything(Reader):
    """Any JSON value; the members of its objects are sorted, so that it reads alike everywhere."""

    def read(self, value: Any) -> JsonValue:
        """Return the value, ordered, without NUL and without integers that readers round."""
        if value is None:
            raise refuse("type", "must not be null")
        return self._part(value)

    def _part(self, value: Any) -> JsonValue:
        if isinstance(value, dict):
            return {
                Text().read(name): self._part(value[name]) for name in sorted(value)
            }
        if isinstance(value, list):
            return [self._part(item) for item in value]
        if isinstance(value, str):
            return Text().read(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return Whole().read(value)
        if isinstance(value, float):
            return Real(-SAFE_INTEGER, SAFE_INTEGER).read(value)
        return value  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Members(Reader):
    """Members of a struct that change; what is absent stays, so the whole is read later."""

    def read(self, value: Any) -> Any:
        """Return the members as they are."""
        if not isinstance(value, Mapping | BaseModel):
            raise refuse("type", "must be an object")
        return value


@dataclass(frozen=True, slots=True)
class Compound(Reader):
    """A key of several parts, as an object of them."""

    of: type[BaseModel]

    def read(self, value: Any) -> BaseModel:
        """Return the key; pydantic's ValidationError names each wrong part."""
        return self.of.model_validate(value, by_alias=True, by_name=False)

    def dump(self, value: BaseModel) -> JsonValue:
        """Return the object of the key's parts."""
        return value.model_dump(mode="json", by_alias=True)


@dataclass(frozen=True, slots=True)
class Item(Reader):
    """An item of a list that is asked for, in the JSON form in which lists are kept."""

    of: Reader

    def read(self, value: Any) -> JsonValue:
        """Return the item's JSON form."""
        return self.of.dump(self.of.read(value))

    def parse(self, text: str) -> JsonValue:
        """Return the JSON form of the item of that text."""
        return self.of.dump(self.of.parse(text))


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a value as the key of an object of that kind (`shop.Order`)."""

    to: str


def span_text(value: timedelta) -> str:
    """Return a duration in ISO 8601, in days, hours, minutes and seconds."""
    sign, rest = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(rest.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{rest.microseconds:06}".rstrip("0") if rest.microseconds else ""
    days = f"{rest.days}D" if rest.days else ""
    clock = "".join(
        f"{number}{unit}"
        for number, unit in (
            (hours, "H"),
            (minutes, "M"),
            (f"{seconds}{fraction}", "S"),
        )
        if number not in {0, "0"}
    )
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{days}{'T' if clock else ''}{clock}"


SpanText = PlainSerializer(span_text, when_used="json")
"""Writes a `timedelta` as the contract does."""

BlobText = PlainSerializer(
    lambda value: base64.b64encode(value).decode(), when_used="json"
)
"""Writes `bytes` as the contract does."""

DecimalText = PlainSerializer(lambda value: f"{value:f}", when_used="json")
"""Writes a `Decimal` of a large scale as the contract does."""


@cache
def _matcher(pattern: str) -> SchemaValidator:
    # pydantic's own engine: linear in time, and `$` is the end of the text.
    return SchemaValidator(core_schema.str_schema(pattern=pattern))


def _bounded(value: Any, low: Any, high: Any, above: Any, below: Any) -> None:
    if low is not None and value < low:
        raise refuse("too_small", f"must be at least {low}")
    if above is not None and value <= above:
        raise refuse("too_small", f"must be greater than {above}")
    if high is not None and value > high:
        raise refuse("too_great", f"must be at most {high}")
    if below is not None and value >= below:
        raise refuse("too_great", f"must be less than {below}")


def _iso(kind: Any, text: str, shape: str, wanted: str) -> Any:
    if not re.fullmatch(shape, text):
        raise refuse("format", f"must be {wanted}")
    try:
        return kind.fromisoformat(text)
    except ValueError:
        raise refuse("format", f"must be {wanted}") from None


_SPAN = re.compile(
    r"(-?)P(?:([0-9]{1,6})W)?(?:([0-9]{1,7})D)?"
    r"(?:T(?:([0-9]{1,8})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,8})(?:\.([0-9]{1,6}))?S)?)?"
)


def _span(text: str) -> timedelta:
    found = _SPAN.fullmatch(text)
    if found is None or text[-1] in "PT":
        raise refuse("format", "must be a duration, such as P1DT2H")
    sign, *parts, fraction = found.groups()
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts)
    try:
        span = timedelta(
            weeks=weeks,
            days=days,
            hours=hours,
            minutes=minutes,
            seconds=seconds,
            microseconds=int((fraction or "").ljust(6, "0")),
        )
    except OverflowError:
        raise refuse("format", "must be a shorter duration") from None
    return -span if sign else span
