# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What the database refuses, in the words of the contract."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError

from ..contract.bodies import pointer
from ..contract.errors import (
    DomainError,
    Issue,
    MissingReferenceError,
    NotUniqueError,
    StillReferencedError,
    UnavailableError,
)

# The service's own mistakes are no outage: a missing table or column, a wrong statement.
_OURS = re.compile(
    r"no such (table|column|function)|syntax error|has no column|too many"
)
# Classes of SQLSTATE: connection, resources, operator, prerequisite state, rollback.
_AWAY = {"08", "53", "57", "55", "40"}
_UNIQUE = {"23505", "1062"}
_FOREIGN_KEY = {"23001", "23503", "1451", "1452"}


def outage(error: BaseException | None) -> UnavailableError | None:
    """Return the error to tell of a database that is away, full or locked for too long."""
    away = isinstance(error, InterfaceError | OperationalError)
    if away and not _OURS.search(str(error).lower()):
        return UnavailableError("The database does not answer in time.")
    if isinstance(error, DatabaseError) and not away and _code(error)[:2] in _AWAY:
        return UnavailableError("The database does not answer in time.")
    return None


@contextmanager
def availability() -> Iterator[None]:
    """Turn an outage of the database into UnavailableError."""
    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        told = outage(error)
        if told is None:
            raise
        raise told from error


@contextmanager
def constraints(
    unique: Mapping[str, tuple[str, ...]], foreign: Mapping[str, str]
) -> Iterator[None]:
    """Turn a broken constraint into the error of its fields, found by the constraint's name."""
    try:
        yield
    except IntegrityError as error:
        found = _unique(error, unique) or _foreign(error, foreign)
        if found is None:
            raise
        raise found from None


def _unique(
    error: IntegrityError, unique: Mapping[str, tuple[str, ...]]
) -> DomainError | None:
    text = str(error)
    if _code(error) not in _UNIQUE and "UNIQUE constraint failed" not in text:
        return None
    for name, fields in unique.items():
        if re.search(rf"\b{re.escape(name)}\b", text) or _sqlite_columns(text) == name:
            taken = [
                Issue(pointer(field), "not_unique", "is taken") for field in fields
            ]
            return NotUniqueError("Another object has this value.", taken)
    return NotUniqueError("Another object has this value.")


def _foreign(error: IntegrityError, foreign: Mapping[str, str]) -> DomainError | None:
    text = str(error)
    if _code(error) not in _FOREIGN_KEY and "FOREIGN KEY constraint failed" not in text:
        return None
    for name, field in foreign.items():
        if re.search(rf"\b{re.escape(name)}\b", text):
            issue = Issue(
                pointer(field), "missing_reference", "names nothing that exists"
            )
            return MissingReferenceError("A referenced object does not exist.", [issue])
    if foreign:
        return MissingReferenceError("A referenced object does not exist.")
    issue = Issue("", "referenced", "is still referred to")
    return StillReferencedError("Other objects refer to this one.", [issue])


def _sqlite_columns(text: str) -> str:
    """Return the columns that SQLite names in place of the constraint, as `table.a,table.b`."""
    _, _, columns = text.partition("UNIQUE constraint failed: ")
    return columns.replace(", ", ",").strip()


def _code(error: BaseException) -> str:
    """Return the SQLSTATE (PostgreSQL) or the number (MariaDB, MySQL) of an error."""
    if error.args and isinstance(error.args[0], int):
        return str(error.args[0])
    return str(getattr(error.__cause__, "sqlstate", None) or "")
