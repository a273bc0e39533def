"""A model as JSON that depends on nothing but the model, and its digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass

from stackwright.ontology.ir import (
    Action,
    Enum,
    Event,
    Model,
    Object,
    Ontology,
    Ref,
    Struct,
    TransitionEvent,
    TransitionOutput,
)


def to_json(model: Model) -> str:
    """Return the model as JSON: sorted keys, no white space, the author's order where order means something.

    What is absent, false or empty is left out, so that the text of a model does not change when the IR
    learns something new that the model does not use. A thing is told once, where it is declared.
    """
    return json.dumps(_plain(model), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(model: Model) -> str:
    """Return the SHA-256 of the model's JSON, in hexadecimal."""
    return hashlib.sha256(to_json(model).encode()).hexdigest()


def _plain(value: object, owner: object = None) -> object:  # noqa: PLR0911  one line for each kind of thing
    if isinstance(value, Ref):
        return {"is": "Ref", "namespace": value.namespace, "name": value.name}
    if isinstance(value, TransitionOutput | TransitionEvent):
        named = {"namespace": value.object.namespace, "object": value.object.name}
        return {"is": type(value).__name__, **named, "transition": value.transition.name}
    if isinstance(value, Enum | Struct | Object | Event | Action) and not isinstance(owner, Ontology):
        return {"is": type(value).__name__, "namespace": value.namespace, "name": value.name}
    if is_dataclass(value):
        parts = {one.name: getattr(value, one.name) for one in fields(value)}
        told = {name: _plain(part, value) for name, part in parts.items() if _says(name, part)}
        return {"is": type(value).__name__} | told
    if isinstance(value, list | tuple):
        return [_plain(item, owner) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _says(name: str, part: object) -> bool:
    """Whether a part tells anything; the value of a literal always does."""
    return name == "value" or (part is not None and part is not False and part != ())
