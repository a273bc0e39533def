"""The schema of one value, by its type: as strict as the service is, and no stricter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from stackwright.ontology.ir import Constraints, Enum, ListOf, Ref, Scalar, Struct
from stackwright.rendering.openapi import texts
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

    def of(self, field: Field) -> Schema:
        """Describe a field's value with its texts, without a word on null or on being there."""
        schema = self.typed(field.type, field.constraints)
        if field.key and isinstance(field.type, Scalar) and field.type.kind == "string":
            schema = key_text(schema)
        return _described(field, schema)

    def nullable(self, field: Field) -> Schema:
        """Describe a field's value, or null."""
        schema = self.of(field)
        if "$ref" in schema or "type" not in schema:
            outer: Schema = {name: schema.pop(name) for name in ("title", "description") if name in schema}
            return {"anyOf": [schema, {"type": "null"}], **outer}
        return {**schema, "type": [schema["type"], "null"]}

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


def key_text(schema: Schema) -> Schema:
    """Restrict a string to what can be one part of a path."""
    length = max(1, schema.get("minLength", 1))
    return {**schema, "minLength": length, "pattern": texts.KEY, "not": {"enum": [".", "..", "query"]}}


def _described(field: Field, schema: Schema) -> Schema:
    described: Schema = {**schema, "title": field.title}
    if field.description is not None:
        described["description"] = field.description
    if field.example is not None:
        described["examples"] = [field.example.value]
    return described
