"""`was`: the former name of what has been renamed. It must be gone, and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Spoken


def still_there(draft: Draft) -> Iterator[Problem]:
    """What has been renamed no longer goes by its former name."""
    for things in _groups(draft):
        names = {snake(thing.name.text) for thing in things}
        for thing in things:
            if thing.was is not None and snake(thing.was.text) in names:
                own = snake(thing.was.text) == snake(thing.name.text)
                code, why = ("SW403", "is its present name") if own else ("SW401", "is still declared")
                message = f"{quoted(thing.name.text)} was {quoted(thing.was.text)}, which {why}"
                help_ = "was: names what is gone, so that a migration can rename it"
                yield Problem(code=code, message=message, at=thing.was.at, help=help_)


def claimed_twice(draft: Draft) -> Iterator[Problem]:
    """A former name belongs to one thing."""
    for things in _groups(draft):
        claimed: dict[str, str] = {}
        for thing in things:
            if thing.was is None:
                continue
            first = claimed.setdefault(snake(thing.was.text), thing.name.text)
            if first != thing.name.text:
                message = f"{quoted(first)} and {quoted(thing.name.text)} were both {quoted(thing.was.text)}"
                yield Problem(code="SW402", message=message, at=thing.was.at)


def _groups(draft: Draft) -> Iterator[Sequence[Spoken]]:
    for ontology in draft.written:
        yield ontology.objects
        for enum in ontology.enums:
            yield enum.values
        for thing in ontology.objects:
            yield thing.fields
            yield thing.states or ()
