# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""JSON merge patches (RFC 7396): what is absent stays, null removes."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from .bodies import pointer, validate
from .errors import InvalidInputError, Issue


def merge(stored: Any, patch: Any) -> Any:
    """Return the JSON value that a patch makes of a stored one."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(stored) if isinstance(stored, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), value)
    return merged


def patched(name: str, kind: TypeAdapter[Any], stored: Any, patch: Any) -> Any:
    """Return the new value of a field that holds members; it must be whole again."""
    if not isinstance(patch, Mapping):
        return patch
    form = (
        None if stored is None else kind.dump_python(stored, mode="json", by_alias=True)
    )
    try:
        return validate(kind, merge(form, patch))
    except InvalidInputError as error:
        wrong = (
            Issue(pointer(name) + issue.path, issue.code, issue.message)
            for issue in error.issues
        )
        raise InvalidInputError(*wrong) from None
