"""Names that are not free, because rendered services need them for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.declared import Name
from stackwright.ontology.grammar import SCALARS
from stackwright.ontology.names import pascal, plural, snake
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.reserved import CLASSES, COLLECTIONS, FILTERS, TRANSITION_PAYLOAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Object


def _reserved(name: Name, why: str, hint: str = "") -> Problem:
    return Problem(
        code="SW032", message=f"the name {quoted(name.text)} is reserved", at=name.at, hint=hint, help=why
    )


def scalar_names(draft: Draft) -> Iterator[Problem]:
    """A declared type has no name of a built-in one."""
    for ontology in draft.written:
        for thing in (*ontology.types, *ontology.enums, *ontology.structs, *ontology.objects):
            if thing.name.text in SCALARS or thing.name.text == "ref":
                yield _reserved(thing.name, "it is a word of the model language")


def class_names(draft: Draft) -> Iterator[Problem]:
    """A declared type does not hide a class that rendered modules need."""
    for ontology in draft.written:
        for thing in (
            *ontology.types,
            *ontology.enums,
            *ontology.structs,
            *ontology.objects,
            *ontology.events,
        ):
            told = thing.name.text in SCALARS and thing not in ontology.events  # by the rule above
            if pascal(thing.name.text) in CLASSES and not told:
                yield _reserved(thing.name, "a class of this name would hide one that Python code needs")


def collection_names(draft: Draft) -> Iterator[Problem]:
    """No collection stands where the actions of the ontology are called."""
    for ontology in draft.written:
        for thing in ontology.objects:
            many = plural(snake(thing.name.text))
            if many in COLLECTIONS:
                yield _reserved(
                    thing.name, f"its collection would stand at /{many}, where actions are called"
                )


def filter_groups(draft: Draft) -> Iterator[Problem]:
    """A filter tells its groups from fields by name."""
    for thing in _objects(draft):
        for field in thing.fields:
            if snake(field.name.text) in FILTERS:
                yield _reserved(field.name, "in filters any, all and not are groups of conditions")


def standard_names(draft: Draft) -> Iterator[Problem]:
    """The standard fields of every object are ours, and neither a field nor an inverse has their name."""
    for thing, _ in draft.each_object():
        for written in thing.fields:
            if snake(written.name.text) in standard(thing):
                yield _standard(written.name, thing)
    for thing, _ in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            target = draft.target(field)
            if field.inverse and target is not None and field.inverse in standard(target):
                at = written.words["inverse"].value.at
                yield _standard(Name(field.inverse, at), target)


def standard(thing: Object) -> tuple[str, ...]:
    """Return the fields that every such object has."""
    times = ("created_at", "updated_at") if thing.timestamps else ()
    return ("row_version", *times, *(("state",) if thing.states else ()))


def _standard(name: Name, thing: Object) -> Problem:
    free = name.text.endswith("_at")
    return Problem(
        code="SW035",
        message=f"every {thing.name.text} has {quoted(snake(name.text))} already",
        at=name.at,
        help="leave it out, or say timestamps: false" if free else "leave it out, or call it something else",
    )


def transition_payloads(draft: Draft) -> Iterator[Problem]:
    """The event of a transition tells the object and its states beside the transition's fields."""
    for thing in _objects(draft):
        taken = (snake(thing.name.text), *TRANSITION_PAYLOAD)
        for move in thing.transitions:
            for field in move.fields:
                if snake(field.name.text) in taken:
                    message = f"the event of a transition has {quoted(field.name.text)} already"
                    advice = f"it tells {', '.join(taken)} beside the transition's own fields"
                    yield Problem(code="SW206", message=message, at=field.name.at, help=advice)


def _objects(draft: Draft) -> Iterator[Object]:
    for ontology in draft.written:
        yield from ontology.objects
