# Generated from ontology/. Edits are lost; put your code in shop/actions/.
# mypy: disable-error-code="type-arg"
"""Fields whose columns hold the same values on SQLite, PostgreSQL, MariaDB and MySQL."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from pydantic import BaseModel, TypeAdapter, ValidationError

from .constraints import ForeignKeyConstraint, Index

__all__ = ["ForeignKeyConstraint", "Index"]

# SQLite computes with doubles, which hold 15 decimal digits.
_EXACT_IN_SQLITE = 15
_EXACT = Context(prec=1000)
_LONGEST_INDEXED = 16383

Converter = Callable[[Any, Any, BaseDatabaseWrapper], Any]


class Column(models.Field):
    """A field that says itself what its column is on each database, and how values come from there."""

    on_sqlite: ClassVar[str]
    on_postgresql: ClassVar[str]
    on_mysql: ClassVar[str]

    def get_internal_type(self) -> str:
        """Return no type of Django's: its backends would convert the values once more."""
        return type(self).__name__

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return the type of the column."""
        kind: str = getattr(self, f"on_{connection.vendor}")
        return kind % self.__dict__

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """Return the type of the column, and its collation."""
        kind, collation = self.db_type(connection), self.collation(connection)
        return {"type": kind, "check": None, "collation": collation}

    def db_type_suffix(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return what stands behind the column's constraints: nothing."""
        return None

    def collation(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return the collation of the column, where it is not the database's."""
        return None

    def get_db_converters(self, connection: BaseDatabaseWrapper) -> list[Converter]:
        """Return what makes a value of what the driver gives."""
        found = self.converter(connection.vendor)
        return [] if found is None else [found]

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a value of what the driver gives, or None where that is one."""
        return None


class _Lettered(Column):
    """A string that compares, sorts and is unique by code point."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Return the type of the column; MariaDB and MySQL forget a collation beside it when it changes."""
        kind = super().db_type(connection)
        if connection.vendor != "mysql":
            return kind
        is_mariadb = getattr(connection, "mysql_is_mariadb", False)
        return f"{kind} COLLATE {'utf8mb4_nopad_bin' if is_mariadb else 'utf8mb4_0900_bin'}"

    def collation(self, connection: BaseDatabaseWrapper) -> str | None:
        """Choose the collation by the database."""
        return "C" if connection.vendor == "postgresql" else None


class String(_Lettered, models.CharField):
    """A string of at most `max_length` characters."""

    on_sqlite = "VARCHAR(%(max_length)s)"
    on_postgresql = "VARCHAR(%(max_length)s)"
    on_mysql = "VARCHAR(%(max_length)s) CHARACTER SET utf8mb4"


class Text(_Lettered, models.TextField):
    """A string of any length."""

    on_sqlite = "TEXT"
    on_postgresql = "VARCHAR"
    on_mysql = "LONGTEXT CHARACTER SET utf8mb4"


class Choice(String):
    """A value of an enum, kept as its text on the wire. Migrations know it as a string."""

    def __init__(self, of: type[StrEnum], **words: Any) -> None:
        wires = [str(member) for member in of]
        words.setdefault("max_length", max(map(len, wires)))
        words.setdefault("choices", [(wire, wire) for wire in wires])
        super().__init__(**words)
        self._members = {str(member): member for member in of}

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the string that it is in the database."""
        name, _, arguments, words = super().deconstruct()
        words.pop("choices", None)
        return name, f"{String.__module__}.{String.__name__}", [*arguments], {**words}

    def clone(self) -> String:  # type: ignore[override]
        """Return it as migrations know it."""
        return String(**self.deconstruct()[3])

    def get_prep_value(self, value: Any) -> Any:
        """Keep the text."""
        return super().get_prep_value(None if value is None else str(value))

    def converter(self, vendor: str) -> Converter | None:
        """Return the member of a text; a text that is none comes back as it is."""
        members = self._members
        return lambda value, expression, connection: members.get(value, value)


class _Double(float):
    """What SQLite computes with in place of a decimal; as a default it is written like that."""

    def __new__(cls, value: Decimal) -> Self:
        """Make the nearest number."""
        made = super().__new__(cls, value)
        made.written = f"{value:f}"
        return made

    written: str

    def __str__(self) -> str:
        return self.written


class Exact(Column, models.DecimalField):
    """A decimal of at most `max_digits` digits, `decimal_places` of them behind the point, without rounding.

    On SQLite one of more than 15 digits is kept as text that sorts like the number.
    """

    max_digits: int
    decimal_places: int
    on_sqlite = on_postgresql = on_mysql = "NUMERIC(%(max_digits)s, %(decimal_places)s)"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Choose text on SQLite where a number would lose digits."""
        if self._is_text(connection.vendor):
            return f"VARCHAR({self.max_digits + 1})"
        return super().db_type(connection)

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the number, or its sortable text."""
        value = value if prepared else self.get_prep_value(value)
        if not isinstance(value, Decimal) or connection.vendor != "sqlite":
            return value
        if not self._is_text(connection.vendor):
            return _Double(value)
        digits, shift = self.max_digits, 10**self.max_digits
        units = int(value.scaleb(self.decimal_places, _EXACT))
        # A sign that sorts, and the distance from the smallest number.
        return f"1{units:0{digits}}" if units >= 0 else f"0{shift + units:0{digits}}"

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a decimal of SQLite's numbers and texts."""
        if vendor != "sqlite":
            return None
        digits, places = self.max_digits, self.decimal_places
        written = f"%.{places}f"

        def of_number(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else Decimal(written % value)

        def of_text(value: Any, expression: Any, connection: Any) -> Any:
            if value is None:
                return None
            units = int(value[1:]) - (0 if value[0] == "1" else 10**digits)
            return Decimal(units).scaleb(-places, _EXACT)

        return of_text if self._is_text(vendor) else of_number

    def _is_text(self, vendor: str) -> bool:
        return vendor == "sqlite" and self.max_digits > _EXACT_IN_SQLITE


class Instant(Column, models.DateTimeField):
    """A moment in UTC, to the microsecond."""

    on_sqlite = "DATETIME"
    on_postgresql = "TIMESTAMP WITH TIME ZONE"
    on_mysql = "DATETIME(6)"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the moment as the database keeps it: with its zone where it knows zones."""
        value = value if prepared else self.get_prep_value(value)
        if not isinstance(value, dt.datetime) or connection.vendor == "postgresql":
            return value
        moment = value.astimezone(dt.UTC).replace(tzinfo=None)
        return moment.isoformat(" ", "microseconds")

    def converter(self, vendor: str) -> Converter | None:
        """Return what puts a moment into UTC, where the driver does not."""
        if vendor == "postgresql":
            return None

        def in_utc(value: Any, expression: Any, connection: Any) -> Any:
            if isinstance(value, str):
                value = dt.datetime.fromisoformat(value)
            return None if value is None else value.replace(tzinfo=dt.UTC)

        return in_utc


class TimeOfDay(Column, models.TimeField):
    """A time of day, to the microsecond."""

    on_sqlite = "TIME"
    on_postgresql = "TIME WITHOUT TIME ZONE"
    on_mysql = "TIME(6)"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the time as the database keeps it."""
        value = value if prepared else self.get_prep_value(value)
        if not isinstance(value, dt.time) or connection.vendor == "postgresql":
            return value
        return value.isoformat("microseconds")

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a time of SQLite's text."""

        def of_text(value: Any, expression: Any, connection: Any) -> Any:
            return dt.time.fromisoformat(value) if isinstance(value, str) else value

        return of_text if vendor == "sqlite" else None


class Span(Column, models.DurationField):
    """A duration, in microseconds."""

    on_sqlite = on_postgresql = on_mysql = "BIGINT"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the microseconds."""
        value = value if prepared else self.get_prep_value(value)
        if not isinstance(value, dt.timedelta):
            return value
        return value // dt.timedelta(microseconds=1)

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a duration."""

        def of_number(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else dt.timedelta(microseconds=value)

        return of_number


class Uuid(Column, models.UUIDField):
    """A UUID; 32 hexadecimal digits where the database has no type that sorts it like one."""

    on_sqlite = "CHAR(32)"
    on_postgresql = "UUID"
    on_mysql = "CHAR(32)"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the UUID, or its digits."""
        value = value if isinstance(value, UUID) else self.to_python(value)
        if not isinstance(value, UUID) or connection.vendor == "postgresql":
            return value
        return value.hex

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a UUID of its digits."""

        def of_digits(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else UUID(value)

        return None if vendor == "postgresql" else of_digits


class Flag(Column, models.BooleanField):
    """Yes or no."""

    on_sqlite = "BOOLEAN"
    on_postgresql = "BOOLEAN"
    on_mysql = "BOOL"

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a truth of a number."""

        def of_number(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else bool(value)

        return None if vendor == "postgresql" else of_number


class Double(Column, models.FloatField):
    """A number of double precision."""

    on_sqlite = "DOUBLE"
    on_postgresql = "DOUBLE PRECISION"
    on_mysql = "DOUBLE"


class Counter(Column, models.AutoField):  # type: ignore[misc]
    """An integer that the database counts up."""

    on_sqlite = "INTEGER"
    on_postgresql = "SERIAL"
    on_mysql = "INTEGER AUTO_INCREMENT"

    def get_internal_type(self) -> str:
        """Return Django's type: its backends know the bounds of that."""
        return "AutoField"


class BigCounter(Column, models.BigAutoField):  # type: ignore[misc]
    """A large integer that the database counts up; SQLite does that for INTEGER only."""

    on_sqlite = "INTEGER"
    on_postgresql = "BIGSERIAL"
    on_mysql = "BIGINT AUTO_INCREMENT"

    def get_internal_type(self) -> str:
        """Return Django's type: its backends know the bounds of that."""
        return "BigAutoField"


class Blob(Column, models.BinaryField):
    """At most `max_length` bytes."""

    on_sqlite = "BLOB"
    on_postgresql = "BYTEA"
    on_mysql = "BLOB"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Choose a type that can be indexed, where the database has one."""
        if connection.vendor != "mysql" or self.max_length is None:
            return super().db_type(connection)
        if self.max_length <= _LONGEST_INDEXED:
            return f"VARBINARY({self.max_length})"
        return "LONGBLOB"

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes bytes of what a driver may give instead."""

        def of_buffer(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else bytes(value)

        return of_buffer


class Json(Column, models.JSONField):
    """Any JSON value, as its text."""

    on_sqlite = on_postgresql = on_mysql = "JSON"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Return the text; None is no JSON value here."""
        return value if value is None or prepared else json.dumps(self.packed(value))

    def packed(self, value: Any) -> Any:
        """Return the JSON form of a value."""
        return value

    def unpacked(self, form: Any) -> Any:
        """Return the value of a JSON form."""
        return form

    def converter(self, vendor: str) -> Converter | None:
        """Return what makes a value of a text."""
        unpacked = self.unpacked

        def of_text(value: Any, expression: Any, connection: Any) -> Any:
            if value is None:
                return None
            return unpacked(json.loads(value) if isinstance(value, str) else value)

        def of_value(value: Any, expression: Any, connection: Any) -> Any:
            return None if value is None else unpacked(value)

        is_read = vendor == "postgresql" and self.on_postgresql == "JSON"
        return of_value if is_read else of_text


class Items(Json):
    """A list of values that JSON knows: strings, whole numbers, booleans."""

    on_sqlite = "JSON"
    on_postgresql = "JSONB"
    on_mysql = "JSON"


class Packed(Items):
    """A struct or a list of the given type, kept as JSON. Migrations do not know the type."""

    def __init__(self, of: Any = None, **words: Any) -> None:
        super().__init__(**words)
        self._of = of
        self._adapter: TypeAdapter[Any] | None = None if of is None else TypeAdapter(of)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the JSON that it is in the database."""
        name, path, _, words = super().deconstruct()
        return name, path, [], {**words}

    def clone(self) -> "Packed":
        """Return it as migrations know it."""
        return Packed(**self.deconstruct()[3])

    def validate(self, value: Any, model_instance: Any) -> None:
        """Check the JSON form of a value."""
        super().validate(self.packed(value), model_instance)

    def packed(self, value: Any) -> Any:
        """Return the JSON form of a value."""
        if self._adapter is None:
            return value
        return self._adapter.dump_python(value, mode="json", by_alias=True)

    def unpacked(self, form: Any) -> Any:
        """Return the value; one that an older model allowed comes back as it was stored."""
        if self._adapter is None:
            return form
        try:
            return self._adapter.validate_python(form, by_alias=True, by_name=False)
        except ValidationError:
            if isinstance(self._of, type) and issubclass(self._of, BaseModel):
                return self._of.model_construct(**form)
            return form
