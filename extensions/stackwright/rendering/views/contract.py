"""What the contract's files of an ontology and of its objects print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import ListOf, Ref, Struct
from stackwright.ontology.names import columns, pascal
from stackwright.rendering.lines import broken
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.imports import declared, imports
from stackwright.rendering.views.shapes import (
    ClassView,
    changeable,
    enum,
    patch_line,
    queryable,
    read_line,
    shape,
    summary,
    writable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackwright.ontology.ir import Field, Object, Ontology
    from stackwright.rendering.scope import Scope

KERNEL = {
    "Shape": "from ...contract.bodies import Shape",
    "answers": "from ...contract import answers",
    "events": "from ...contract import events",
    "identifiers": "from ...contract import identifiers",
    "queries": "from ...contract import queries",
    "transitions": "from ...contract import transitions",
    "values": "from ...contract import values",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypesView:
    """Enums, composite keys and structs of an ontology."""

    imports: str
    enums: tuple[ClassView, ...]
    keys: tuple[KeyView, ...]
    structs: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A key of several parts, and how it is taken apart into columns."""

    shape: ClassView
    parts: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveView:
    """A transition: its constant and the shape of its fields."""

    declaration: str
    shape: ClassView


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectView:
    """Everything that the contract says of one object."""

    imports: str
    title: str
    states: ClassView | None
    read: ClassView
    create: ClassView
    patch: ClassView
    moves: tuple[MoveView, ...]
    queryable: tuple[str, ...]
    key_readers: tuple[str, ...]


def types_view(scope: Scope) -> TypesView:
    """Describe the types of an ontology."""
    ontology = scope.ontology
    enums = tuple(enum(one.name, summary(one), one.values) for one in ontology.enums)
    keys = tuple(_key(one) for one in _in_order(ontology) if len(one.key) > 1)
    structs = tuple(shape(one.name, summary(one), one.fields) for one in _nested(ontology.structs))
    fields = [field for struct in ontology.structs for field in struct.fields]
    fields += [field for one in ontology.objects if len(one.key) > 1 for field in one.key_fields]
    texts = [line for one in (*structs, *(key.shape for key in keys)) for line in one.lines]
    texts += ["StrEnum"] if enums else []
    texts += ["Shape"] if keys or structs else []
    texts += ["Any", "Sequence", "Self"] if keys else []
    known = {
        name: line
        for name, line in declared(fields, ".types", ontology.name).items()
        if not line.startswith("from .types")
    }
    return TypesView(
        imports=imports(texts, {**KERNEL, **known}, scope.package),
        enums=enums,
        keys=keys,
        structs=structs,
    )


def object_view(scope: Scope) -> ObjectView:
    """Describe one object."""
    one = scope.object
    states = None
    if one.states:
        about = f"Where the {phrase(one)} stands."
        states = enum(f"{one.name}State", about, one.states)
    read = ClassView(
        name=one.name,
        summary=summary(one),
        lines=(*(read_line(field) for field in one.fields), *_standard(one)),
    )
    create = shape(f"{one.name}Create", f"What makes a new {phrase(one)}.", writable(one))
    patch = ClassView(
        name=f"{one.name}Patch",
        summary=f"What may change of the {phrase(one)}; what is absent stays as it is.",
        lines=tuple(patch_line(field) for field in changeable(one)),
    )
    moves = tuple(_moves(one))
    asked = tuple(_asked(one))
    readers = tuple(_key_readers(one))
    fields = [*one.fields, *(field for move in one.transitions for field in move.fields)]
    texts = ["Shape", "dataclass", "TypedDict", "pydantic", "queries", "Mapping", "values"]
    texts += ["StrEnum"] if states else []
    for view in (read, create, patch, *(move.shape for move in moves)):
        texts += view.lines
    texts += [move.declaration for move in moves] + list(asked) + list(readers)
    known = declared(fields, ".types", one.namespace)
    return ObjectView(
        imports=imports(texts, {**KERNEL, **known}, scope.package),
        title=phrase(one),
        states=states,
        read=read,
        create=create,
        patch=patch,
        moves=moves,
        queryable=asked,
        key_readers=readers,
    )


def _key(one: Object) -> KeyView:
    made = shape(f"{one.name}Key", f"The key of the {phrase(one)}.", one.key_fields)
    parts, given, at = [], [], 0
    for field in one.key_fields:
        if isinstance(field.type, Ref) and len(field.type.target.key) > 1:
            end = at + len(list(columns(field)))
            parts.append(f"*self.{field.attr}.parts()")
            given.append(f"{field.attr}={field.type.target.name}Key.from_parts(parts[{at}:{end}])")
            at = end
        else:
            parts.append(f"self.{field.attr}")
            given.append(f"{field.attr}=parts[{at}]")
            at += 1
    made_of = broken(f"        return cls({', '.join(given)})", 8)
    return KeyView(shape=made, parts=f"({', '.join(parts)})", made=made_of)


def _standard(one: Object) -> Iterable[str]:
    if one.states:
        yield f"    state: {one.name}State"
    yield "    row_version: int"
    if one.timestamps:
        yield "    created_at: dt.datetime"
        yield "    updated_at: dt.datetime"


def _moves(one: Object) -> Iterable[MoveView]:
    for move in one.transitions:
        states = {state.name: f"{one.name}State.{state.name.upper()}" for state in one.states}
        sources = ", ".join(states[name] for name in move.sources)
        sources += "," if len(move.sources) == 1 else ""
        text = (
            f"    {py(move.name)}: transitions.Transition("
            f"{py(move.name)}, ({sources}), {states[move.target]}),"
        )
        about = f"What the transition {move.name} takes."
        made = shape(f"{one.name}{pascal(move.name)}", about, move.fields)
        yield MoveView(declaration=broken(text, 4), shape=made)


def _asked(one: Object) -> Iterable[str]:
    for field in one.fields:
        if not field.private:
            yield broken(f"    {py(field.name)}: {queryable(field)},", 4)
    if one.states:
        text = (
            f'    "state": queries.Queryable(values.Choice({one.name}State), queries.EQUALITY, sorts=True),'
        )
        yield broken(text, 4)
    yield '    "row_version": queries.Queryable(values.Whole(), queries.ORDERED, sorts=True),'
    if one.timestamps:
        for name in ("created_at", "updated_at"):
            yield f'    "{name}": queries.Queryable(values.Instant(), queries.ORDERED, sorts=True),'


def key_paths(one: Object) -> Iterable[tuple[tuple[str, ...], tuple[Field, ...]]]:
    """Yield the names and the fields that lead to each part of an object's key in a path."""
    for field in one.key_fields:
        yield from _key_path(field, (), ())


def _key_path(
    field: Field, names: tuple[str, ...], above: tuple[Field, ...]
) -> Iterable[tuple[tuple[str, ...], tuple[Field, ...]]]:
    here = (*above, field)
    if isinstance(field.type, Ref) and len(field.type.target.key) > 1:
        for part in field.type.target.key_fields:
            yield from _key_path(part, (*names, field.name), here)
    else:
        yield (*names, field.name), here


def _key_readers(one: Object) -> Iterable[str]:
    for names, fields in key_paths(one):
        leaf = fields[-1]
        text = types.reader(leaf.type, leaf.constraints, key=True)
        yield broken(f"    {py('_'.join(names))}: {text},", 4)


def phrase(one: Object) -> str:
    """Return the object's title as it stands inside a sentence."""
    return one.title[:1].lower() + one.title[1:] if not one.title[:2].isupper() else one.title


def _in_order(ontology: Ontology) -> list[Object]:
    """Return the objects so that the key of each comes behind the keys that are parts of it."""
    done: dict[str, Object] = {}

    def add(one: Object) -> None:
        if one.name in done or one.namespace != ontology.name:
            return
        for field in one.key_fields:
            if isinstance(field.type, Ref):
                add(field.type.target)
        done[one.name] = one

    for one in ontology.objects:
        add(one)
    return list(done.values())


def _nested(structs: Iterable[Struct]) -> list[Struct]:
    """Return the structs so that each comes behind those that are parts of it."""
    done: dict[str, Struct] = {}

    def add(one: Struct) -> None:
        if one.name in done:
            return
        for field in one.fields:
            type_ = field.type
            while isinstance(type_, ListOf):
                type_ = type_.item
            if isinstance(type_, Struct):
                add(type_)
        done[one.name] = one

    for one in structs:
        add(one)
    return list(done.values())
