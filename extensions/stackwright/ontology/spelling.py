"""Types as an author writes them."""

from __future__ import annotations

from stackwright.ontology.ir import ListOf, Ref, Scalar, Type


def type_text(type_: Type, here: str = "") -> str:
    """Return a type: `string(40)[]`, `ref shop.Order`, or `ref Order` in the ontology `here` that has it."""
    match type_:
        case ListOf(item=item):
            return f"{type_text(item, here)}[]"
        case Scalar(kind="decimal", precision=precision, scale=scale):
            return f"decimal({precision}, {scale})"
        case Scalar(kind=kind, length=length):
            return kind if length is None else f"{kind}({length})"
        case Ref(namespace=namespace, name=name):
            return f"ref {within(namespace, name, here)}"
    return within(type_.namespace, type_.name, here)


def within(namespace: str, name: str, here: str) -> str:
    """Return how the ontology `here` calls what another one declares: `Order`, or `shop.Order`."""
    return name if namespace == here else f"{namespace}.{name}"
