"""Objects that need each other before either can be made, and keys that have no end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.ir import Field, ListOf, Object, Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def key_cycles(objects: Iterable[Object]) -> Iterator[tuple[Object, ...]]:
    """Yield each ring of objects whose keys refer to each other."""
    return _rings(objects, lambda field: field.key)


def requirement_cycles(objects: Iterable[Object]) -> Iterator[tuple[Object, ...]]:
    """Yield each ring of objects that require each other, so that none can be the first."""
    return _rings(objects, lambda field: field.required or (field.many and bool(field.constraints.min_items)))


def target_of(field: Field) -> Object | None:
    """Return the object that a field refers to."""
    type_ = field.type.item if isinstance(field.type, ListOf) else field.type
    # A draft of a bad model may hold a ref whose target could not be read.
    return type_.target if isinstance(type_, Ref) else None


def _rings(objects: Iterable[Object], needs: Callable[[Field], bool]) -> Iterator[tuple[Object, ...]]:
    """Walk the graph in depth, without recursion; a step onto the present way closes a ring."""
    done: set[int] = set()
    for start in objects:
        way: list[tuple[Object, list[Object]]] = [(start, _needed(start, needs))] if id(start) not in done else []
        while way:
            thing, rest = way[-1]
            if not rest:
                done.add(id(thing))
                way.pop()
                continue
            following = rest.pop(0)
            places = [id(step) for step, _ in way]
            if id(following) in places:
                yield tuple(step for step, _ in way[places.index(id(following)) :])
            elif id(following) not in done:
                way.append((following, _needed(following, needs)))


def _needed(thing: Object, needs: Callable[[Field], bool]) -> list[Object]:
    targets = (target_of(field) for field in thing.fields if needs(field))
    return [target for target in targets if target is not None]
