"""The schema of one value, by its type: as strict as the service is, and no stricter."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from stackwright.ontology.ir import Constraints, Enum, ListOf, Literally, Ref, Scalar, Struct
from stackwright.rendering.openapi import texts
from stackwright.rendering.openapi.layout import Line, line, quoted
from stackwright.rendering.openapi.scalars import scalar

if TYPE_CHECKING:
    from stackwright.ontology.ir import Field, Object, Type
    from stackwright.rendering.openapi.names import Names

Schema: TypeAlias = dict[str, Any]
Direction = Literal["in", "patch", "out"]

_UNBOUND = Constraints()


@dataclass(frozen=True, slots=True)
class Values:
    """Schemas of values that a caller sends (`in`, `patch`) or gets (`out`)."""

    names: Names
    direction: Direction

    def member(self, field: Field, *, default: bool = False) -> Line:
        """Describe a field's value with its texts, or null where it may be, and what it is by default."""
        examples = {} if field.example is None else {"examples": [field.example.value]}
        example = line(examples["examples"]) if examples else None
        given = line(field.default.value) if default and isinstance(field.default, Literally) else None
        if isinstance(field.type, Scalar) and field.type.kind != "json":
            start = _scalar_start(
                field.type, field.constraints, self.direction == "out", field.key, field.optional
            )
        else:
            schema = self.typed(field.type, field.constraints)
            if field.optional and ("$ref" in schema or "type" not in schema):
                # What is said of the field stands outside, but for the examples, which may not be null.
                start, example = f'{{"anyOf": [{line(schema | examples)}, {{"type": "null"}}]', None
            else:
                start = _start(schema, optional=field.optional)
        return _member(start, field.title, field.description, example, given)

    def typed(self, type_: Type, constraints: Constraints = _UNBOUND) -> Schema:
        """Describe a value by its type and bounds."""
        match type_:
            case Scalar():
                return scalar(type_, constraints, written=self.direction == "out")
            case Enum():
                return reference(self.names.declared(type_))
            case Struct():
                return reference(self.struct(type_))
            case Ref():
                return self.key(type_.target)
            case ListOf():
                return self._list(type_, constraints)

    def line(self, type_: Type) -> Line:
        """Describe a value by its type alone, as text."""
        return pointer(self.names.declared(type_)) if isinstance(type_, Enum) else line(self.typed(type_))

    def struct(self, struct: Struct) -> str:
        """Name the shape of a struct for this direction."""
        suffix = {"out": "", "in": "Input", "patch": "Patch"}[self.direction]
        return self.names.derived(struct, suffix) if suffix else self.names.declared(struct)

    def key(self, target: Object) -> Schema:
        """Describe an object's key, as a ref to the object holds it."""
        if len(target.key) > 1:
            return reference(self.names.derived(target, "Key" if self.direction == "out" else "KeyInput"))
        return self.key_value(target.key_fields[0])

    def key_value(self, field: Field) -> Schema:
        """Describe one value of a key, wherever it stands: in its object, in a ref, in a path."""
        schema = self.typed(field.type, field.constraints)
        is_text = isinstance(field.type, Scalar) and field.type.kind == "string"
        return key_text(schema) if is_text else schema

    def key_line(self, field: Field) -> Line:
        """Describe one value of a key, as text."""
        if isinstance(field.type, Scalar):
            return Line(
                _scalar_start(field.type, field.constraints, self.direction == "out", True, False) + "}"
            )
        return line(self.key_value(field))

    def _list(self, type_: ListOf, constraints: Constraints) -> Schema:
        # An element of a list is replaced whole, so that even a patch holds complete structs there.
        inner = replace(self, direction="in") if self.direction == "patch" else self
        items_only = replace(constraints, min_items=None, max_items=None)
        schema: Schema = {"type": "array", "items": inner.typed(type_.item, items_only)}
        if constraints.min_items is not None:
            schema["minItems"] = constraints.min_items
        if constraints.max_items is not None:
            schema["maxItems"] = constraints.max_items
        if isinstance(type_.item, Ref) and self.direction == "out":
            schema["uniqueItems"] = True
        return schema


def reference(name: str) -> Schema:
    """Point to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def pointer(name: str) -> Line:
    """Point to a schema of the document, as text."""
    return Line(f'{{"$ref": {quoted(f"#/components/schemas/{name}")}}}')


def key_text(schema: Schema) -> Schema:
    """Restrict a string to what can be one part of a path."""
    length = max(1, schema.get("minLength", 1))
    return {**schema, "minLength": length, "pattern": texts.KEY, "not": {"enum": [".", "..", "query"]}}


@functools.lru_cache(maxsize=16384)
def _scalar_start(type_: Scalar, constraints: Constraints, written: bool, key: bool, optional: bool) -> str:
    schema = scalar(type_, constraints, written=written)
    return _start(key_text(schema) if key and type_.kind == "string" else schema, optional=optional)


def _start(schema: Schema, *, optional: bool) -> str:
    """Write a schema, open for more members."""
    return line({**schema, "type": [schema["type"], "null"]} if optional else schema)[:-1]


@functools.lru_cache(maxsize=16384)
def _member(
    start: str, title: str, description: str | None, example: str | None, default: str | None
) -> Line:
    texts = {
        "title": quoted(title),
        "description": None if description is None else quoted(description),
        "examples": example,
        "default": default,
    }
    behind = "".join([f', "{name}": {text}' for name, text in texts.items() if text is not None])
    return Line(f"{start}{behind}}}")
