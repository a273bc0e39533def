"""Keys: every object has one, of parts that a path can hold and a database can index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.ir import Enum, ListOf, Ref, Scalar, Struct
from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.ir import Field

_NO_KEY = frozenset(("text", "json", "bytes", "float", "double"))
_NOT_SHOWN = frozenset(("json", "bytes"))


def missing_keys(draft: Draft) -> Iterator[Problem]:
    """Every object has a key."""
    for thing, _ in draft.each_object():
        marked = any(field.flag("key") for field in thing.fields)
        if thing.key is None and thing.listed and not marked and not thing.broken:
            message = f"object {quoted(thing.name.text)} has no key"
            yield Problem(
                code="SW150", message=message, at=thing.name.at, help="mark a field, as in id: uuid, key"
            )
        elif thing.key is not None and not thing.key.names:
            yield Problem(code="SW150", message="the key has no fields", at=thing.key.at)


def keys_given_twice(draft: Draft) -> Iterator[Problem]:
    """The key is said once: at the fields, or for the object."""
    for thing, _ in draft.each_object():
        for field in thing.fields if thing.key is not None else ():
            if field.flag("key"):
                message = f"the key of {quoted(thing.name.text)} is given twice"
                yield Problem(
                    code="SW151", message=message, at=field.at("key"), hint="key: names the fields already"
                )


def unknown_key_fields(draft: Draft) -> Iterator[Problem]:
    """A key names declared fields, each once."""
    for thing, _ in draft.each_object():
        known = [field.name.text for field in thing.fields]
        seen: set[str] = set()
        for name in thing.key.names if thing.key else ():
            folded = snake(name.text)
            if folded not in map(snake, known) and name.text not in thing.broken:
                message = f"{quoted(name.text)} is not a field of {thing.name.text}"
                yield Problem(code="SW152", message=message, at=name.at, hint=near(name.text, known))
            elif folded in seen:
                yield Problem(code="SW158", message=f"{quoted(name.text)} is given twice", at=name.at)
            seen.add(folded)


def optional_keys(draft: Draft) -> Iterator[Problem]:
    """A key is always there, and is seen by everybody."""
    for thing, made in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if field.name in made.key and field.optional:
                yield Problem(
                    code="SW153", message=f"the key {quoted(field.name)} is optional", at=written.type.at
                )
            if field.name in made.key and field.private:
                message = f"the key {quoted(field.name)} is private, but stands in paths"
                yield Problem(code="SW159", message=message, at=written.at("private"))


def unfit_keys(draft: Draft) -> Iterator[Problem]:
    """A key is a scalar, an enum or a reference, of a kind that compares exactly."""
    for thing, made in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if field.name in made.key and not _fit(field):
                message = f"{quoted(field.name)} cannot be a key: {_called(field)}"
                advice = (
                    "keys are uuids, whole numbers, decimals, strings, dates, times, enums, and references"
                )
                yield Problem(code="SW154", message=message, at=written.type.at, help=advice)


def _fit(field: Field) -> bool:
    if isinstance(field.type, Scalar):
        return field.type.kind not in _NO_KEY
    return isinstance(field.type, Enum | Ref)


def _called(field: Field) -> str:
    if isinstance(field.type, ListOf):
        return "it is a list"
    return (
        "it is a struct"
        if isinstance(field.type, Struct)
        else f"it is {getattr(field.type, 'kind', 'unfit')}"
    )


def unfit_flags(draft: Draft) -> Iterator[Problem]:
    """What people see of an object is one readable value, and not private."""
    for thing, _ in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if not field.display:
                continue
            unreadable = (
                isinstance(field.type, ListOf | Struct) or getattr(field.type, "kind", "") in _NOT_SHOWN
            )
            if unreadable or field.private:
                why = "it is private" if field.private else "it is no single readable value"
                message = f"{quoted(field.name)} cannot be displayed: {why}"
                yield Problem(code="SW161", message=message, at=written.at("display"))


def readonly_without_default(draft: Draft) -> Iterator[Problem]:
    """Where callers create objects, they cannot give a readonly field, so something else must."""
    for thing, made in draft.each_object():
        for written, field in draft.pairs(thing.fields):
            if (
                field.readonly
                and field.required
                and "create" in made.writes
                and "default" not in written.words
            ):
                message = f"nobody can give {quoted(field.name)} its value: it is readonly and required"
                advice = "give it a default, make it optional, or leave create out of writes"
                yield Problem(code="SW160", message=message, at=written.at("readonly"), help=advice)
