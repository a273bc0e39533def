"""A model as JSON that depends on nothing but the model, and its digest."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any

from stackwright.ontology.ir import (
    Action,
    Constraints,
    Enum,
    EnumValue,
    Event,
    Made,
    Model,
    Object,
    Ontology,
    Ref,
    Scalar,
    Struct,
    TransitionEvent,
    TransitionOutput,
)

_DECLARED = (Enum, Struct, Object, Event, Action)
_SMALL = (Scalar, Constraints, EnumValue, Made)
_MEMBERS: dict[type[Any], tuple[str, ...]] = {}
_encoded = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def to_json(model: Model) -> str:
    """Return the model as JSON: sorted keys, no white space, the author's order where order means something.

    What is absent, false or empty is left out, so that the text of a model does not change when the IR
    learns something new that the model does not use. A thing is told once, where it is declared.
    """
    return _text(model)


def digest(model: Model) -> str:
    """Return the SHA-256 of the model's JSON, in hexadecimal."""
    return hashlib.sha256(to_json(model).encode()).hexdigest()


def _text(value: object, owner: object = None) -> str:  # noqa: PLR0911  one line for each kind of thing
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, _SMALL):
        return _small(value)
    if isinstance(value, tuple):
        return f"[{','.join([_text(item, owner) for item in value])}]"
    if isinstance(value, Ref):
        return _encoded({"is": "Ref", "namespace": value.namespace, "name": value.name})
    if isinstance(value, TransitionOutput | TransitionEvent):
        named = {"namespace": value.object.namespace, "object": value.object.name}
        return _encoded({"is": type(value).__name__, **named, "transition": value.transition.name})
    if isinstance(value, _DECLARED) and not isinstance(owner, Ontology):
        return _encoded({"is": type(value).__name__, "namespace": value.namespace, "name": value.name})
    if is_dataclass(value):
        return _parts(value)
    return _encoded(value)  # what an author has written, such as a default


def _parts(value: object) -> str:
    told = []
    kind: type[Any] = type(value)
    for name in _members(kind):
        if name == "is":
            told.append(f'"is":"{kind.__name__}"')
            continue
        part = getattr(value, name)
        # What is absent tells nothing; but the value of a literal always does.
        if name == "value" or (part is not None and part is not False and part != ()):
            told.append(f'"{name}":{_text(part, value)}')
    return f"{{{','.join(told)}}}"


@functools.lru_cache(maxsize=16384)
def _small(value: Scalar | Constraints | EnumValue | Made) -> str:
    # The same few come in field after field.
    return _parts(value)


def _members(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _MEMBERS:
        _MEMBERS[kind] = tuple(sorted(["is", *(one.name for one in fields(kind))]))
    return _MEMBERS[kind]


@functools.lru_cache(maxsize=16384)
def _quoted(text: str) -> str:
    return _encoded(text)
