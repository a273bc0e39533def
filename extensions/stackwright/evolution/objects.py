"""What has become of objects: their names and keys, what callers may do, their fields and their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.faces import COLUMN, REQUEST, RESPONSE
from stackwright.evolution.fields import field_added, field_compared
from stackwright.evolution.kinds import KINDS
from stackwright.evolution.moves import moves_compared
from stackwright.evolution.pairing import paired
from stackwright.evolution.texts import texts_compared
from stackwright.evolution.values import values_compared
from stackwright.ontology.ir import Made, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackwright.evolution.change import Change, Face
    from stackwright.evolution.context import Context
    from stackwright.evolution.faces import Faces
    from stackwright.ontology.ir import Field, Object

_ROW: Faces = frozenset(("response", "column"))


def objects_compared(
    place: str, old: Sequence[Object], new: Sequence[Object], context: Context
) -> Iterator[Change]:
    """Yield the changes of an ontology's objects."""
    pairs = paired(old, new)
    for was, now in pairs.both:
        yield from _object(f"{place}.{now.name}", was, now, context)
    for thing in pairs.added:
        yield KINDS["object-added"].at(f"{place}.{thing.name}", faces_of(thing))
    for thing in pairs.removed:
        yield KINDS["object-removed"].at(f"{place}.{thing.name}", faces_of(thing))


def faces_of(thing: Object) -> set[Face]:
    """Return where an object shows: its events are those of its transitions."""
    return {"request", "response", "column", *_events(thing)}


def _object(place: str, old: Object, new: Object, context: Context) -> Iterator[Change]:
    if old.name != new.name:
        yield KINDS["object-renamed"].at(place, _renamed(old, new), old.name, new.name)
    yield from texts_compared(place, old, new)
    pairs = paired(old.fields, new.fields)
    names = {was.name: now.name for was, now in pairs.both}
    if [names.get(name) for name in old.key] != list(new.key):
        faces = context.before.of_key(old) & context.after.of_key(new)
        yield KINDS["key-changed"].at(place, faces, ", ".join(old.key), ", ".join(new.key))
    yield from _services(place, old, new)
    for was, now in pairs.both:
        faces = context.before.of_field(old, was) & context.after.of_field(new, now)
        yield from field_compared(f"{place}.{now.name}", was, now, faces, context)
        yield from _flags(f"{place}.{now.name}", was, now, faces)
        yield from _writability(f"{place}.{now.name}", (old, was), (new, now))
    for field in pairs.added:
        yield field_added(f"{place}.{field.name}", field, _faces_of_new(new, field, context))
    for field in pairs.removed:
        yield KINDS["field-removed"].at(f"{place}.{field.name}", context.before.of_field(old, field))
    yield from _sets(place, old, new, names)
    yield from _states(place, old, new, context)


def _renamed(old: Object, new: Object) -> set[Face]:
    """Return what a new name is seen in: another spelling of it may leave paths and tables as they are."""
    faces = _events(old) & _events(new)
    if old.plural != new.plural:
        faces.add("request")
    if old.table != new.table:
        faces.add("column")
    return faces


def _events(thing: Object) -> set[Face]:
    return {"event"} if thing.transitions else set()


def _faces_of_new(thing: Object, field: Field, context: Context) -> Faces:
    """Return where a new field shows; who only patches need not give it."""
    faces = context.after.of_field(thing, field)
    return faces - REQUEST if field.required and "create" not in thing.writes else faces


def _services(place: str, old: Object, new: Object) -> Iterator[Change]:
    for write in sorted({*old.writes} - {*new.writes}):
        yield KINDS["write-removed"].at(place, REQUEST, write)
    for write in sorted({*new.writes} - {*old.writes}):
        yield KINDS["write-added"].at(place, REQUEST, new=write)
    if old.require_if_match != new.require_if_match:
        kind = "if-match-required" if new.require_if_match else "if-match-optional"
        yield KINDS[kind].at(place, REQUEST)
    if old.timestamps != new.timestamps:
        yield KINDS["timestamps-added" if new.timestamps else "timestamps-removed"].at(place, _ROW)


def _flags(place: str, old: Field, new: Field, faces: Faces) -> Iterator[Change]:
    for word in ("unique", "index"):
        if getattr(old, word) != getattr(new, word):
            yield KINDS[f"{word}-{'added' if getattr(new, word) else 'removed'}"].at(place, faces)
    if old.private != new.private:
        seen = REQUEST | RESPONSE
        yield KINDS["made-private" if new.private else "made-public"].at(place, seen)
    elif "response" in faces and _kind(old) == "string" and _kind(new) == "text":
        yield KINDS["sorting-removed"].at(place, REQUEST)
    if old.display != new.display:
        yield KINDS["display-changed"].at(place, ())
    if old.on_delete != new.on_delete:
        kind = "on-delete-restricted" if new.on_delete == "restrict" else "on-delete-changed"
        yield KINDS[kind].at(place, REQUEST | COLUMN, old.on_delete, new.on_delete)
    if old.inverse != new.inverse:
        yield KINDS["inverse-changed"].at(place, (), old.inverse or "none", new.inverse or "none")


def _kind(field: Field) -> str:
    return field.type.kind if isinstance(field.type, Scalar) else ""


def _writability(place: str, old: tuple[Object, Field], new: tuple[Object, Field]) -> Iterator[Change]:
    """Yield whether callers set a field: what the database counts up is as good as readonly."""
    (before, was), (after, now) = old, new
    could, can = (_settable(field) for field in (was, now))
    sent = bool({"create", "update"} & {*before.writes} & {*after.writes})
    faces: Faces = REQUEST if sent else frozenset()
    if could and not can:
        yield KINDS["made-readonly"].at(place, faces)
    elif can and not could:
        required = now.required and "create" in {*before.writes} & {*after.writes}
        yield KINDS["required-made-writable" if required else "made-writable"].at(place, faces)


def _settable(field: Field) -> bool:
    return not field.readonly and field.default != Made(how="auto")


def _sets(place: str, old: Object, new: Object, names: Mapping[str, str]) -> Iterator[Change]:
    """Yield sets of fields that are unique or indexed together; their order matters to an index only."""
    for word, faces in (("unique", REQUEST | COLUMN), ("index", COLUMN)):
        was = [tuple(names.get(name, name) for name in group) for group in getattr(old, word)]
        now = list(getattr(new, word))
        if word == "unique":
            was, now = ([tuple(sorted(group)) for group in groups] for groups in (was, now))
        for group in (group for group in was if group not in now):
            yield KINDS[f"{word}-removed"].at(f"{place}.({', '.join(group)})", faces)
        for group in (group for group in now if group not in was):
            yield KINDS[f"{word}-added"].at(f"{place}.({', '.join(group)})", faces)


def _states(place: str, old: Object, new: Object, context: Context) -> Iterator[Change]:
    if bool(old.states) != bool(new.states):
        kind, thing = ("states-added", new) if new.states else ("states-removed", old)
        yield KINDS[kind].at(place, faces_of(thing))
        return
    if not new.states:
        return
    faces = faces_of(old) & faces_of(new)
    yield from values_compared(place, old.states, new.states, frozenset(faces), "state")
    states = {was.name: now.name for was, now in paired(old.states, new.states).both}
    first, initial = old.states[0].name, new.states[0].name
    if states.get(first) != initial:
        yield KINDS["initial-state-changed"].at(place, RESPONSE, first, initial)
    yield from moves_compared(place, (old, new), states, context)
