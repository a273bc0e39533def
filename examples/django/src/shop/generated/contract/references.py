# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Which objects a value refers to, wherever in it they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from .bodies import Shape, pointer
from .values import Refers


@dataclass(frozen=True, slots=True)
class Reference:
    """A key found at a place in a body, and the kind of object that it names."""

    path: str
    to: str
    key: Any


def references(shape: type[Shape], values: Mapping[str, Any]) -> Iterator[Reference]:
    """Yield each reference among the values of a shape's fields; fields that are absent have none."""
    for name, field in shape.model_fields.items():
        if values.get(name) is not None:
            place = (field.alias or name,)
            yield from _within(field.annotation, field.metadata, values[name], place)


def _within(
    kind: Any, marks: Any, value: Any, at: tuple[object, ...]
) -> Iterator[Reference]:
    for mark in marks:
        if isinstance(mark, Refers):
            yield Reference(pointer(*at), mark.to, value)
            return
    if get_origin(kind) is Annotated:
        yield from _within(kind.__origin__, kind.__metadata__, value, at)
    elif get_origin(kind) is list:
        (item,) = get_args(kind)
        for index, part in enumerate(value):
            yield from _within(item, (), part, (*at, index))
    elif isinstance(value, Shape) and kind is type(value):
        for found in references(type(value), dict(value)):
            yield Reference(pointer(*at) + found.path, found.to, found.key)
    elif value is not None:
        for option in get_args(kind):
            yield from _within(option, (), value, at)
