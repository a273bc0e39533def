"""Rings in graphs: objects that need each other, triggers that set each other off."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stackwright.ontology.ir import Field, ListOf, Object, Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_T = TypeVar("_T")


def rings(nodes: Iterable[_T], following: Callable[[_T], Iterable[_T]]) -> Iterator[tuple[_T, ...]]:
    """Yield a ring for each step that closes one; nodes are told apart by identity."""
    done: set[int] = set()
    for start in nodes:
        way = [(start, list(following(start)))] if id(start) not in done else []
        places = {id(start): 0}
        while way:
            node, rest = way[-1]
            if not rest:
                done.add(id(node))
                places.pop(id(node))
                way.pop()
                continue
            step = rest.pop(0)
            if id(step) in places:
                yield tuple(node for node, _ in way[places[id(step)] :])
            elif id(step) not in done:
                places[id(step)] = len(way)
                way.append((step, list(following(step))))


def key_rings(objects: Iterable[Object]) -> Iterator[tuple[Object, ...]]:
    """Yield each ring of objects whose keys refer to each other, and so have no end."""
    return rings(objects, lambda thing: _targets(thing, lambda field: field.key))


def requirement_rings(objects: Iterable[Object]) -> Iterator[tuple[Object, ...]]:
    """Yield each ring of objects that require each other, so that none can be the first."""
    return rings(objects, lambda thing: _targets(thing, needs))


def needs(field: Field) -> bool:
    """Whether an object cannot be without what this field refers to."""
    return field.required or (field.many and bool(field.constraints.min_items))


def target_of(field: Field) -> Object | None:
    """Return the object that a field refers to."""
    type_ = field.type.item if isinstance(field.type, ListOf) else field.type
    return type_.target if isinstance(type_, Ref) else None


def _targets(thing: Object, chosen: Callable[[Field], bool]) -> list[Object]:
    targets = (target_of(field) for field in thing.fields if chosen(field))
    return [target for target in targets if target is not None]
