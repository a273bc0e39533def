"""Classes of the contract, line by line: shapes that callers give, and values that they read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Enum, ListOf, Made, Ref, Scalar, Struct
from stackwright.rendering.lines import assigned
from stackwright.rendering.once import once
from stackwright.rendering.python import py
from stackwright.rendering.views import types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackwright.ontology.ir import EnumValue, Field, Object, Type

SCALAR_OPERATORS = {
    "string": "TEXT", "text": "TEXT", "bool": "BOOLEAN", "uuid": "EQUALITY",
    "bytes": "EQUALITY", "json": "NULL",
}  # fmt: skip
UNSORTED = {"text", "json", "bytes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class: its name, what its docstring says, and its lines, already laid out."""

    name: str
    summary: str
    lines: tuple[str, ...]


def summary(thing: object) -> str:
    """Return what a docstring says of a thing: its description, or else its title."""
    described = getattr(thing, "description", None) or f"{getattr(thing, 'title', '')}."
    return str(described)


def shape(name: str, about: str, fields: Iterable[Field]) -> ClassView:
    """Return a shape of which every field is given by a caller, or has a default."""
    return ClassView(name=name, summary=about, lines=tuple(input_line(field) for field in fields))


@once
def input_line(field: Field) -> str:
    """Return the line of a field that a caller gives."""
    return assigned(field.attr, _aliased(types.input_type(field), field), types.default(field))


def _aliased(annotation: str, field: Field) -> str:
    """Add the field's wire name to its annotation, where Python has another.

    It stands there, and not behind `=`, because type checkers would take it for the argument's name.
    """
    if field.attr == field.name:
        return annotation
    alias = f"pydantic.Field(alias={py(field.name)})"
    if annotation.startswith("Annotated[") and annotation.endswith("]"):
        return f"{annotation[:-1]}, {alias}]"
    return f"Annotated[{annotation}, {alias}]"


def read_line(field: Field) -> str:
    """Return the line of a field that is read."""
    annotation = types.read_type(field)
    extra = []
    if field.attr != field.name:
        extra.append(f"serialization_alias={py(field.name)}")
    if field.private:
        extra.append("exclude=True")
    if extra:
        annotation = f"Annotated[{annotation}, pydantic.Field({', '.join(extra)})]"
    return assigned(field.attr, annotation)


def patch_line(field: Field) -> str:
    """Return the line of a field that may be changed."""
    annotation = types.input_type(field)
    if isinstance(field.type, Struct):
        annotation = f"Annotated[{field.type.name} | Mapping[str, Any], values.Members()]"
        annotation += " | None" if field.optional else ""
    return assigned(field.attr, _aliased(annotation, field))


def enum(name: str, about: str, values: Iterable[EnumValue]) -> ClassView:
    """Return an enum of texts on the wire."""
    lines = tuple(f"    {value.name.upper()} = {py(value.wire)}" for value in values)
    return ClassView(name=name, summary=about, lines=lines)


@once
def writable(object_: Object) -> tuple[Field, ...]:
    """Return the fields that a caller may give when an object is made."""
    return tuple(
        field
        for field in object_.fields
        if not field.readonly
        and not (field.key and field.default == Made(how="auto"))
        and not (field.name in object_.key and field.default == Made(how="auto"))
    )


@once
def changeable(object_: Object) -> tuple[Field, ...]:
    """Return the fields that a caller may change."""
    return tuple(field for field in writable(object_) if field.name not in object_.key)


def operators(type_: Type) -> str | None:
    """Return the constant of the operators that a type knows, or None where only null can be asked for."""
    match type_:
        case Scalar(kind=kind):
            return SCALAR_OPERATORS.get(kind, "ORDERED")
        case Enum() | Ref():
            return "EQUALITY"
        case ListOf(item=Scalar(kind=kind)) if kind != "json":
            return "MEMBER"
        case ListOf(item=Enum() | Ref()):
            return "MEMBER"
    return None


def queryable(field: Field) -> str:
    """Return the expression that says how a field may be asked for."""
    known = operators(field.type)
    if isinstance(field.type, Scalar) and field.type.kind == "json":
        known = None
    if known is None:
        return "queries.Queryable(values.Anything(), queries.NULL)"
    if isinstance(field.type, ListOf):
        item = types.reader(field.type.item)
        item = item if field.many else f"values.Item({item})"
        asked = "queries.MEMBER" if field.many or not field.optional else "(*queries.MEMBER, *queries.NULL)"
        return f"queries.Queryable({item}, {asked}{_body_only(field.type.item)})"
    sorts = not (isinstance(field.type, Scalar) and field.type.kind in UNSORTED)
    if isinstance(field.type, Ref) and len(field.type.target.key) > 1:
        sorts = False
    extra = ", sorts=True" if sorts else ""
    return f"queries.Queryable({types.reader(field.type)}, queries.{known}{extra}{_body_only(field.type)})"


def _body_only(type_: Type) -> str:
    composite = isinstance(type_, Ref) and len(type_.target.key) > 1
    return ", in_query_string=False" if composite else ""
