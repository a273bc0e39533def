"""What has become of an object's transitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.fields import fields_compared
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.texts import texts_compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.evolution.change import Change
    from stackwright.evolution.context import Context
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Object, Transition

_ROUTE: Faces = frozenset(("request", "event"))
_OUTCOME: Faces = frozenset(("response", "event"))


def moves_compared(
    place: str, things: tuple[Object, Object], states: Mapping[str, str], context: Context
) -> Iterator[Change]:
    """Yield the changes of an object's transitions; `states` are those of the old one by their new names."""
    old, new = things
    both = context.moves(old, new)
    for was, now in both:
        here = f"{place}.{now.name}"
        if was.name != now.name:
            yield KINDS["transition-renamed"].at(here, _ROUTE, was.name, now.name)
        yield from texts_compared(here, was, now)
        yield from _way(here, was, now, states)
        faces = context.before.of_move(old, was) & context.after.of_move(new, now)
        yield from fields_compared(here, was.fields, now.fields, faces, context)
    kept = {now.name for _, now in both}
    for move in new.transitions:
        if move.name not in kept:
            yield KINDS["transition-added"].at(f"{place}.{move.name}", _ROUTE)
    kept = {was.name for was, _ in both}
    for move in old.transitions:
        if move.name not in kept:
            yield KINDS["transition-removed"].at(f"{place}.{move.name}", _ROUTE)


def _way(place: str, old: Transition, new: Transition, states: Mapping[str, str]) -> Iterator[Change]:
    """Yield where it starts and where it leads; a state that is gone is told where it was."""
    sources = {states[name] for name in old.sources if name in states}
    for name in (name for name in new.sources if name not in sources):
        yield KINDS["source-added"].at(place, _ROUTE, new=name)
    for name in old.sources:
        if states.get(name) not in new.sources:
            yield KINDS["source-removed"].at(place, _ROUTE, states.get(name, name))
    if states.get(old.target) != new.target:
        yield KINDS["destination-changed"].at(place, _OUTCOME, old.target, new.target)
