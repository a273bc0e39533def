# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""How a request's body becomes an object of a shape, or says all that is wrong with it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from .errors import (
    InvalidInputError,
    Issue,
    MalformedJsonError,
    MethodNotAllowedError,
    UnsupportedMediaTypeError,
)
from .values import Reader

T = TypeVar("T")

JSON_TYPES = frozenset({"application/json"})
PATCH_TYPES = frozenset({"application/json", "application/merge-patch+json"})

_OBJECT: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
_MESSAGES = {
    "missing": ("required", "is required"),
    "extra_forbidden": ("unknown", "is not known here"),
    "list_type": ("type", "must be an array"),
    "model_type": ("type", "must be an object"),
    "model_attributes_type": ("type", "must be an object"),
    "dict_type": ("type", "must be an object"),
    "dataclass_type": ("type", "must be an object"),
    "too_short": ("too_few", "must have at least {min_length} items"),
    "too_long": ("too_many", "must have at most {max_length} items"),
}


class Shape(BaseModel):
    """A value with named parts; a part that is not declared is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)


def decode(
    shape: TypeAdapter[T],
    raw: bytes,
    media_type: str | None,
    *,
    allowed: frozenset[str] = JSON_TYPES,
    empty: bool = False,
) -> T:
    """Return the body as the shape; where `empty`, no body at all counts as `{}`."""
    if empty and not raw:
        return validate(shape, {})
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind not in allowed:
        raise UnsupportedMediaTypeError(
            f"The body must be {' or '.join(sorted(allowed))}."
        )
    return validate(shape, parse(raw))


def parse_object(raw: bytes, media_type: str | None) -> Mapping[str, Any]:
    """Return a body that is a JSON object, without looking into it; no body counts as `{}`."""
    return decode(_OBJECT, raw, media_type, empty=True)


def parse(raw: bytes) -> Any:
    """Return the JSON value of a body."""
    try:
        return json.loads(
            raw.decode(),
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
        )
    except (ValueError, RecursionError):
        raise MalformedJsonError("The body is no JSON document.") from None


def validate(shape: TypeAdapter[T], value: Any) -> T:
    """Return the JSON value as the shape."""
    try:
        # Only names on the wire count in a body; handlers may use Python's names.
        return shape.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        raise InvalidInputError(*issues(error.errors(include_url=False))) from None
    except RecursionError:
        raise MalformedJsonError("The body is nested too deeply.") from None


def read_path(
    readers: Mapping[str, Reader], parts: Mapping[str, str]
) -> dict[str, Any]:
    """Return the values of a path's parts, or say which of them are wrong."""
    if list(parts.values()) == ["query"]:
        raise MethodNotAllowedError("Queries are posted here.", ["POST"])
    values, wrong = {}, []
    for name, reader in readers.items():
        try:
            values[name] = reader.parse(parts[name])
        except PydanticCustomError as error:
            wrong.append(Issue(f"path.{name}", error.type, error.message()))
    if wrong:
        raise InvalidInputError(*wrong)
    return values


def issues(errors: Iterable[ErrorDetails]) -> list[Issue]:
    """Return pydantic's errors in the words of the contract, unknown members last."""
    found = [_issue(error) for error in errors]
    return sorted(found, key=lambda issue: issue.code == "unknown")


def pointer(*parts: object) -> str:
    """Return the JSON pointer (RFC 6901) of a place in the body."""
    return "".join(
        f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts
    )


def _issue(error: ErrorDetails) -> Issue:
    code, message, context = error["type"], error["msg"], error.get("ctx")
    # Our own errors have no context; pydantic's of a list have, under the same names.
    if code in _MESSAGES and (context or code not in {"too_short", "too_long"}):
        code, message = _MESSAGES[code]
    return Issue(pointer(*error["loc"]), code, message.format(**context or {}))


def _object(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is repeated")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
