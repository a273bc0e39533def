"""What has become of enums and structs, of values, and of states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from stackwright.evolution.fields import fields_compared
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.pairing import paired
from stackwright.evolution.spelling import value_text
from stackwright.evolution.texts import texts_compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackwright.evolution.change import Change
    from stackwright.evolution.context import Context
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Enum, EnumValue, Ontology, Struct


def types_compared(old: Ontology, new: Ontology, context: Context) -> Iterator[Change]:
    """Yield the changes of enums and structs, each once, however many fields have it."""
    enums, structs = paired(old.enums, new.enums), paired(old.structs, new.structs)
    for was, now in enums.both:
        yield from _enum(f"{new.name}.{now.name}", was, now, context)
    for one, other in structs.both:
        yield from _struct(f"{new.name}.{other.name}", one, other, context)
    for code, things in (
        ("enum-added", enums.added),
        ("enum-removed", enums.removed),
        ("struct-added", structs.added),
        ("struct-removed", structs.removed),
    ):
        for thing in things:
            yield KINDS[code].at(f"{new.name}.{thing.name}", ())


def values_compared(
    place: str,
    old: Sequence[EnumValue],
    new: Sequence[EnumValue],
    faces: Faces,
    word: Literal["value", "state"],
) -> Iterator[Change]:
    """Yield the changes of an enum's values, or of states."""
    pairs = paired(old, new)
    for was, now in pairs.both:
        here = f"{place}.{now.name}"
        if was.name != now.name:
            seen: Faces = faces if was.wire != now.wire else frozenset()
            yield KINDS[f"{word}-renamed"].at(here, seen, was.name, now.name)
        elif was.wire != now.wire:
            yield KINDS["wire-changed"].at(here, faces, value_text(was.wire), value_text(now.wire))
        yield from texts_compared(here, was, now)
    for value in pairs.added:
        yield KINDS[f"{word}-added"].at(f"{place}.{value.name}", faces)
    for value in pairs.removed:
        yield KINDS[f"{word}-removed"].at(f"{place}.{value.name}", faces)


def _enum(place: str, old: Enum, new: Enum, context: Context) -> Iterator[Change]:
    yield from texts_compared(place, old, new)
    yield from values_compared(place, old.values, new.values, context.of_type(old, new), "value")


def _struct(place: str, old: Struct, new: Struct, context: Context) -> Iterator[Change]:
    yield from texts_compared(place, old, new)
    yield from fields_compared(place, old.fields, new.fields, context.of_type(old, new), context)
