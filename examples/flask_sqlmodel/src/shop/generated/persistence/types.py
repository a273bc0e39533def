# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Column types that hold the same values on SQLite, PostgreSQL, MariaDB and MySQL."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy import JSON, BigInteger, Dialect, Integer, LargeBinary, Numeric, String
from sqlalchemy import DateTime as SqlDateTime
from sqlalchemy import Text as SqlText
from sqlalchemy import Time as SqlTime
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

# SQLite computes with doubles, which hold 15 decimal digits.
EXACT_IN_SQLITE = 15
_EXACT = Context(prec=1000)

AutoInteger = BigInteger().with_variant(Integer, "sqlite")
"""A large integer that the database counts up; SQLite does that for INTEGER only."""

Uuid = SqlUuid().with_variant(SqlUuid(native_uuid=False), "mysql", "mariadb")
"""A UUID; 32 hexadecimal digits where the database has no type that sorts it like one."""

TimeOfDay = SqlTime().with_variant(mysql.TIME(fsp=6), "mysql", "mariadb")
"""A time of day, to the microsecond."""


class Text(TypeDecorator[str]):
    """A string that compares, sorts and is unique by code point; without a length, of any size."""

    impl = String
    cache_ok = True

    def __init__(self, length: int | None = None) -> None:
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the collation by the database."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(
                SqlText(collation="C")
                if self.length is None
                else String(self.length, "C")
            )
        if dialect.name in {"mysql", "mariadb"}:
            nopad = (
                "utf8mb4_nopad_bin"
                if getattr(dialect, "is_mariadb", False)
                else "utf8mb4_0900_bin"
            )
            return dialect.type_descriptor(
                mysql.LONGTEXT(charset="utf8mb4", collation=nopad)
                if self.length is None
                else mysql.VARCHAR(self.length, charset="utf8mb4", collation=nopad)
            )
        return dialect.type_descriptor(
            SqlText() if self.length is None else String(self.length)
        )


class Choice(TypeDecorator[StrEnum]):
    """A value of an enum, kept as its text on the wire."""

    impl = Text
    cache_ok = True

    def __init__(self, of: type[StrEnum], length: int) -> None:
        super().__init__(length)
        self.of = of
        self.length = length

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Keep the text."""
        return None if value is None else str(value)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], Any]:
        """Return the member of a text."""
        members: dict[str | None, StrEnum | None] = {None: None}
        members.update((str(member), member) for member in self.of)
        return members.__getitem__


class Exact(TypeDecorator[Decimal]):
    """A decimal of at most `precision` digits, `scale` of them behind the point, without rounding.

    On SQLite a precision of more than 15 digits is kept as text that sorts like the number.
    """

    impl = Numeric
    cache_ok = True

    def __init__(self, precision: int, scale: int) -> None:
        super().__init__(precision, scale)
        self.precision = precision
        self.scale = scale

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose text on SQLite where a number would lose digits."""
        if dialect.name == "sqlite" and self.precision > EXACT_IN_SQLITE:
            return dialect.type_descriptor(String(self.precision + 1))
        return dialect.type_descriptor(Numeric(self.precision, self.scale))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Return the number, or its sortable text."""
        if (
            value is None
            or dialect.name != "sqlite"
            or self.precision <= EXACT_IN_SQLITE
        ):
            return value
        shift = 10**self.precision
        units = int(value.scaleb(self.scale, _EXACT))
        # A sign that sorts, and the distance from the smallest number.
        return (
            f"1{units:0{self.precision}}"
            if units >= 0
            else f"0{shift + units:0{self.precision}}"
        )

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], Any] | None:
        """Return what makes a number of its text, or what the driver's numbers need."""
        if dialect.name != "sqlite" or self.precision <= EXACT_IN_SQLITE:
            number = self.load_dialect_impl(dialect)
            return number.result_processor(dialect, coltype)

        def of_text(text: str | None) -> Decimal | None:
            if text is None:
                return None
            units = int(text[1:]) - (0 if text[0] == "1" else 10**self.precision)
            return Decimal(units).scaleb(-self.scale, _EXACT)

        return of_text


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond."""

    impl = SqlDateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Keep the zone where the database knows zones, and UTC elsewhere."""
        if dialect.name in {"mysql", "mariadb"}:
            return dialect.type_descriptor(mysql.DATETIME(fsp=6))
        return dialect.type_descriptor(
            SqlDateTime(timezone=dialect.name == "postgresql")
        )

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the moment as the database keeps it."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], Any] | None:
        """Return what puts a moment into UTC, where the driver does not."""
        if dialect.name == "postgresql":
            return None
        read = self.load_dialect_impl(dialect).result_processor(dialect, coltype)

        def in_utc(value: Any) -> datetime | None:
            moment = read(value) if read is not None else value
            return None if moment is None else moment.replace(tzinfo=UTC)

        return in_utc


class Span(TypeDecorator[timedelta]):
    """A duration, in microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(
        self, value: timedelta | None, dialect: Dialect
    ) -> int | None:
        """Return the microseconds."""
        return None if value is None else value // timedelta(microseconds=1)

    def process_result_value(
        self, value: int | None, dialect: Dialect
    ) -> timedelta | None:
        """Return the duration."""
        return None if value is None else timedelta(microseconds=value)


class Blob(TypeDecorator[bytes]):
    """At most `length` bytes."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose a type that can be indexed, where the database has one."""
        if dialect.name in {"mysql", "mariadb"} and self.length <= 16383:
            return dialect.type_descriptor(mysql.VARBINARY(self.length))
        if dialect.name in {"mysql", "mariadb"}:
            return dialect.type_descriptor(mysql.LONGBLOB())
        return dialect.type_descriptor(LargeBinary())


class Json(TypeDecorator[Any]):
    """Any JSON value, with the members of its objects sorted."""

    impl = JSON(none_as_null=True)
    cache_ok = True


class Items(TypeDecorator[Any]):
    """A list of values that JSON knows: strings, whole numbers, booleans."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose JSONB on PostgreSQL, which can be searched."""
        return dialect.type_descriptor(_searchable(dialect))


class Packed(TypeDecorator[Any]):
    """A struct or a list of the given type, kept as JSON."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, of: Any) -> None:
        super().__init__()
        self.of = of
        self._adapter: TypeAdapter[Any] = TypeAdapter(of)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose JSONB on PostgreSQL, which can be searched."""
        return dialect.type_descriptor(_searchable(dialect))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Return the JSON form."""
        return (
            None
            if value is None
            else self._adapter.dump_python(value, mode="json", by_alias=True)
        )

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the value; one that an older model allowed comes back as it was stored."""
        if value is None:
            return None
        try:
            return self._adapter.validate_python(value, by_alias=True, by_name=False)
        except ValidationError:
            if isinstance(self.of, type) and issubclass(self.of, BaseModel):
                return self.of.model_construct(**value)
            return value


def _searchable(dialect: Dialect) -> TypeEngine[Any]:
    if dialect.name == "postgresql":
        return postgresql.JSONB(none_as_null=True)
    return JSON(none_as_null=True)


def written(type_: TypeEngine[Any]) -> str:
    """Return a type as migrations write it: without the classes of the model, which will change."""
    for name in ("Uuid", "AutoInteger", "TimeOfDay"):
        if type_ is globals()[name]:
            return f"columns.{name}"
    match type_:
        case Choice(length=length) | Text(length=int(length)):
            return f"columns.Text({length})"
        case Exact(precision=precision, scale=scale):
            return f"columns.Exact({precision}, {scale})"
        case Blob(length=length):
            return f"columns.Blob({length})"
        case Packed():
            return "columns.Packed(object)"
        case Text() | Instant() | Span() | Json() | Items():
            return f"columns.{type(type_).__name__}()"
    return f"sa.{type_!r}"
