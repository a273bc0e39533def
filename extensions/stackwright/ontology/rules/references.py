"""References: what only they can say, and objects that could never be created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.graphs import needs, requirement_rings, target_of
from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft


def misplaced_words(draft: Draft) -> Iterator[Problem]:
    """Only a reference has an inverse, and something to do when its target goes."""
    for thing, _ in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            for word in ("inverse", "on_delete"):
                if word in written.words and target_of(field) is None:
                    message = f"{word} is for references, and {quoted(field.name)} is none"
                    yield Problem(code="SW140", message=message, at=written.at(word))


def unfit_set_null(draft: Draft) -> Iterator[Problem]:
    """What becomes null may be null."""
    for thing, _ in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if field.on_delete == "set_null" and not field.optional and not field.many:
                message = f"{quoted(field.name)} cannot become null: it is not optional"
                yield Problem(
                    code="SW141", message=message, at=written.at("on_delete"), help="add ? to its type"
                )


def many_to_many(draft: Draft) -> Iterator[Problem]:
    """A set of references may be empty but is never null; with a target, only the link goes."""
    for thing, _ in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if field.many and field.optional:
                message = f"{quoted(field.name)} is a set of references: it may be empty, and is never null"
                yield Problem(code="SW113", message=message, at=written.type.at, hint="leave ? out")
            if field.many and "on_delete" in written.words:
                message = "on_delete has no meaning for many references: only the link goes"
                yield Problem(code="SW143", message=message, at=written.at("on_delete"))


def taken_inverses(draft: Draft) -> Iterator[Problem]:
    """An inverse shares a namespace with the fields of its target."""
    taken: dict[int, dict[str, str]] = {}
    for thing, made in draft.each_object():
        taken[id(made)] = {snake(field.name.text): f"a field of {made.name}" for field in thing.fields}
    for thing, made in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            target = target_of(field)
            if field.inverse is None or target is None:
                continue
            own = f"the inverse of {made.namespace}.{made.name}.{field.name}"
            owner = taken[id(target)].setdefault(field.inverse, own)
            if owner != own:
                message = f"the inverse {quoted(field.inverse)} is already {owner}"
                yield Problem(code="SW041", message=message, at=written.words["inverse"].value.at)


def mutual_requirements(draft: Draft) -> Iterator[Problem]:
    """Of objects that require each other none could be the first."""
    declared = {id(made): thing for thing, made in draft.each_object()}
    for ring in requirement_rings(made for _, made in draft.each_object()):
        thing, following = declared[id(ring[0])], ring[1] if len(ring) > 1 else ring[0]
        for written, field in draft.pairs(thing.fields):
            if needs(field) and target_of(field) is following:
                way = " → ".join([*(one.name for one in ring), ring[0].name])
                yield Problem(
                    code="SW142",
                    message=f"none of these could be created, for each requires the next: {way}",
                    at=written.type.at,
                    help="make one of the references optional",
                )
                break
