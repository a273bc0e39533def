"""Types, defaults and limits as an author writes them, for the sentences of changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackwright.ontology.ir import ListOf, Made, Ref, Scalar
from stackwright.ontology.problems import quoted

if TYPE_CHECKING:
    from stackwright.ontology.ir import Literally, Type


def type_text(type_: Type) -> str:
    """Return a type: `string(40)[]`, `ref shop.Order`."""
    match type_:
        case ListOf(item=item):
            return f"{type_text(item)}[]"
        case Scalar(kind="decimal", precision=precision, scale=scale):
            return f"decimal({precision}, {scale})"
        case Scalar(kind=kind, length=length):
            return kind if length is None else f"{kind}({length})"
        case Ref(namespace=namespace, name=name):
            return f"ref {namespace}.{name}"
    return f"{type_.namespace}.{type_.name}"


def default_text(default: Literally | Made | None) -> str:
    """Return a default; what has none is null."""
    if default is None:
        return "null"
    return default.how if isinstance(default, Made) else value_text(default.value)


def value_text(value: object) -> str:
    """Return a value on one line, and not a long one."""
    return quoted(json.dumps(value, ensure_ascii=False, sort_keys=True))[1:-1]
