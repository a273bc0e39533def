"""What has become of fields: of an object, a struct, a transition, an event, an input or a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.faces import COLUMN, RESPONSE, stored_inside
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.limits import limits_compared
from stackwright.evolution.pairing import paired
from stackwright.evolution.spelling import default_text
from stackwright.evolution.texts import texts_compared
from stackwright.evolution.types import relation
from stackwright.ontology.ir import Literally, Made
from stackwright.ontology.spelling import type_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackwright.evolution.change import Change
    from stackwright.evolution.context import Context
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Field


def fields_compared(
    place: str, old: Sequence[Field], new: Sequence[Field], faces: Faces, context: Context
) -> Iterator[Change]:
    """Yield the changes of fields that all show in the same places."""
    pairs = paired(old, new)
    for was, now in pairs.both:
        yield from field_compared(f"{place}.{now.name}", was, now, faces, context)
    for field in pairs.added:
        yield field_added(f"{place}.{field.name}", field, faces)
    for field in pairs.removed:
        yield KINDS["field-removed"].at(f"{place}.{field.name}", faces)


def field_added(place: str, field: Field, faces: Faces) -> Change:
    """Return the change of a new field."""
    return KINDS["required-field-added" if field.required else "field-added"].at(place, faces)


def field_compared(place: str, old: Field, new: Field, faces: Faces, context: Context) -> Iterator[Change]:
    """Yield what has changed of a field, but for what only fields of objects have."""
    if old.name != new.name:
        yield KINDS["field-renamed"].at(place, faces, old.name, new.name)
    yield from texts_compared(place, old, new)
    kind = relation(old.type, new.type, context)
    if kind != "same":
        inside = stored_inside(faces, old) if kind != "type-changed" else faces
        yield KINDS[kind].at(place, inside, type_text(old.type), type_text(new.type))
    yield from limits_compared(place, old.constraints, new.constraints, faces)
    yield from _presence(place, old, new, faces, context)
    if old.example != new.example and old.named == new.named:
        yield KINDS["example-changed"].at(place, RESPONSE)


def _presence(place: str, old: Field, new: Field, faces: Faces, context: Context) -> Iterator[Change]:
    """Yield what has changed of null, and of what stands there unless a caller gives it."""
    if new.optional and not old.optional:
        yield KINDS["made-optional"].at(place, faces)
    elif old.optional and not new.optional:
        yield KINDS["made-required"].at(place, faces, answered=new.default is not None)
    before = _now(old, context)
    if before == new.default or (old.optional and before is None and not new.optional):
        return
    was, now = default_text(before), default_text(new.default)
    if Made(how="auto") in (before, new.default):  # which callers can no more give than change
        faces &= COLUMN
    if before is None and not old.optional:
        yield KINDS["default-added"].at(place, faces, new=now)
    elif new.required:
        yield KINDS["default-removed"].at(place, faces, was)
    else:
        yield KINDS["default-changed"].at(place, faces, was, now)


def _now(field: Field, context: Context) -> Literally | Made | None:
    if isinstance(field.default, Literally):
        return Literally(value=context.default_now(field.type, field.default.value))
    return field.default
