"""How a repository makes objects of rows, and rows of objects, in any ORM; `name` is the object's class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Ref, Struct
from stackwright.rendering.lines import broken
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.shapes import changeable
from stackwright.rendering.views.tables import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Object, Type


def read(one: Object, name: str) -> str:
    """Return the statements that make the object of a row and of its links."""
    if not any(field.many or _composite(field.type) for field in one.fields):
        return f"    return {name}(*row)"
    at = links = start = 0
    parts: list[str] = []
    for field in one.fields:
        if not field.many and not _composite(field.type):
            at += 1
            continue
        parts += _run(start, at)
        start = at
        if isinstance(field.type, Ref):
            start, at = at, at + len(names.key_columns(field.type.target))
            key, held = types.key_type(field.type.target), f"row[{start}:{at}]"
            parts.append(f"maybe({key}, {held})" if field.optional else f"{key}.from_parts({held})")
            start = at
        else:
            parts.append(f"links[{links}]")
            links += 1
    collected = broken(f"    parts = [{', '.join([*parts, f'*row[{start}:]'])}]", 4)
    return f"{collected}\n    return {name}(*parts)"


def _run(start: int, end: int) -> list[str]:
    if end <= start:
        return []
    return [f"row[{start}]" if end == start + 1 else f"*row[{start}:{end}]"]


def _composite(type_: Type) -> bool:
    return isinstance(type_, Ref) and len(names.key_columns(type_.target)) > 1


def made(one: Object, name: str) -> Iterator[str]:
    """Yield the values that the service itself gives to a new object."""
    for field in one.fields:
        given = types.made(field)
        if field.readonly and given is not None:
            yield f"        {py(field.name)}: {given},"
        elif field.readonly and not field.many:
            yield f"        {py(field.name)}: None,"
    if one.states:
        yield f'        "state": {name}State.{one.states[0].name.upper()},'
    yield '        "row_version": 1,'
    if one.timestamps:
        yield '        "created_at": moment,'
        yield '        "updated_at": moment,'


def merged(one: Object) -> Iterator[str]:
    """Yield the adapters of those fields that a patch merges into."""
    for field in changeable(one):
        if isinstance(field.type, Struct):
            yield f"            {py(field.attr)}: TypeAdapter({field.type.name}),"
        elif kind_of(field.type) == "json":
            yield f"            {py(field.attr)}: TypeAdapter(Annotated[Any, values.Anything()]),"
