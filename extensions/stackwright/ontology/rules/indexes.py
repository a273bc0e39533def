"""What is unique or looked up: fields that every database can index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.ir import Enum, ListOf, Scalar, Struct
from stackwright.ontology.names import columns, snake
from stackwright.ontology.problems import Problem, near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology import ir
    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Object
    from stackwright.ontology.problems import Span

LIMIT = 3072  # bytes of an index, in the narrowest of the databases
_CHARACTER = 4  # bytes, at most
_OTHERS = 128  # no other scalar needs more, however a database stores it
_NEVER = frozenset(("text", "json"))
_ADVICE = "an index holds at most 768 characters or 3072 bytes: use a shorter string(n)"


def unknown_fields(draft: Draft) -> Iterator[Problem]:
    """Sets of fields name declared ones, and are not empty."""
    for thing, _ in draft.each_object():
        known = [field.name.text for field in thing.fields]
        for one in (*thing.unique, *thing.index):
            if not one.names:
                yield Problem(code="SW162", message="a set without fields", at=one.at, help="write [[a, b]]")
            for name in one.names:
                if snake(name.text) not in map(snake, known) and name.text not in thing.broken:
                    message = f"{quoted(name.text)} is not a field of {thing.name.text}"
                    yield Problem(code="SW152", message=message, at=name.at, hint=near(name.text, known))


def repeated_fields(draft: Draft) -> Iterator[Problem]:
    """A field stands once in a set, and a set once in a list."""
    for thing, _ in draft.each_object():
        for sets in (thing.unique, thing.index):
            seen: set[frozenset[str]] = set()
            for one in sets:
                names = [snake(name.text) for name in one.names]
                for number, name in enumerate(one.names):
                    if names[number] in names[:number]:
                        yield Problem(code="SW158", message=f"{quoted(name.text)} is given twice", at=name.at)
                if frozenset(names) in seen:
                    yield Problem(code="SW158", message="the same set of fields is given twice", at=one.at)
                seen.add(frozenset(names))


def unfit_fields(draft: Draft) -> Iterator[Problem]:
    """Texts without a length, JSON, structs and lists cannot be indexed."""
    for thing, made in draft.each_object():
        for field, at in _indexed(draft, thing, made):
            if _unfit(field) and field.name not in made.key:
                message = f"{quoted(field.name)} cannot be indexed or unique: it is {_called(field)}"
                yield Problem(
                    code="SW155", message=message, at=at, help="use string(n) where it is a short text"
                )


def _unfit(field: ir.Field) -> bool:
    return isinstance(field.type, ListOf | Struct) or getattr(field.type, "kind", "") in _NEVER


def _called(field: ir.Field) -> str:
    if isinstance(field.type, ListOf):
        return "a list"
    return "a struct" if isinstance(field.type, Struct) else str(getattr(field.type, "kind", "unfit"))


def _indexed(draft: Draft, thing: Object, made: ir.Object) -> Iterator[tuple[ir.Field, Span]]:
    """Yield each field that is indexed, and where the model says so."""
    for written, field in draft.pairs(thing.fields):
        for word in ("unique", "index"):
            if written.flag(word):
                yield field, written.at(word)
    by_name = {field.name: field for field in made.fields}
    for one in (*thing.unique, *thing.index):
        for name in one.names:
            if snake(name.text) in by_name:
                yield by_name[snake(name.text)], name.at


def long_fields(draft: Draft) -> Iterator[Problem]:
    """An index, of one field or of several, stays under the limit of every database."""
    if not draft.finite:
        return
    for thing, made in draft.each_object():
        by_name = {field.name: field for field in made.fields}
        sets: list[tuple[list[str], Span]] = [
            ([field.name], written.at(word))
            for written, field in draft.pairs(thing.fields)
            for word in ("unique", "index")
            if written.flag(word)
        ]
        sets += [([snake(name.text) for name in one.names], one.at) for one in (*thing.unique, *thing.index)]
        sets.append((list(made.key), thing.key.at if thing.key else thing.name.at))
        for names, at in sets:
            size = sum(_size(by_name[name]) for name in dict.fromkeys(names) if name in by_name)
            if size > LIMIT:
                what = f"{quoted(names[0])} is" if len(names) == 1 else f"{', '.join(names)} are together"
                yield Problem(code="SW156", message=f"{what} too long to be indexed", at=at, help=_ADVICE)


def _size(field: ir.Field) -> int:
    """Return how many bytes of an index a field may take."""
    if _unfit(field) or field.many:
        return 0
    return sum(_leaf_size(path[-1]) for _, path in columns(field))


def _leaf_size(field: ir.Field) -> int:
    if isinstance(field.type, Enum):
        return _CHARACTER * max((len(value.wire) for value in field.type.values), default=1)
    if isinstance(field.type, Scalar) and field.type.length is not None:
        return field.type.length * (_CHARACTER if field.type.kind == "string" else 1)
    return _OTHERS
