"""The JSON Schema of the model language, for editors: made from the tables that the reader goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from stackwright.ontology.grammar import PARTS, WORDS, Key, Owner, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema: TypeAlias = dict[str, object]

_NAME: Schema = {"type": "string", "pattern": "^[A-Za-z](_?[A-Za-z0-9])*$", "maxLength": 41}
_TEXT: Schema = {"type": "string", "pattern": "\\S"}
_TYPE: Schema = {"type": "string", "pattern": "^\\s*[A-Za-z]"}
_FIELD_OWNERS: tuple[Owner, ...] = ("type", "object", "struct", "transition", "event", "input", "result")
_PARTS: tuple[Part, ...] = (
    "enum", "value", "struct", "object", "transition", "event", "action", "trigger",
)  # fmt: skip


def json_schema() -> Schema:
    """Return the schema of a model file (draft 7, which every editor knows)."""
    definitions: Schema = {"name": _NAME, "names": _any_of(_to("name"), _list(_to("name")))}
    definitions |= {part: _part(part) for part in _PARTS}
    definitions |= {f"{owner}_field": _field(owner) for owner in _FIELD_OWNERS}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A Stackwright ontology",
        **_part("ontology"),
        "definitions": definitions,
    }


def _to(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}


def _any_of(*options: Schema) -> Schema:
    return {"anyOf": list(options)}


def _list(item: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": item, **({"minItems": least} if least else {})}


def _mapping(value: Schema) -> Schema:
    return {"type": "object", "propertyNames": _to("name"), "additionalProperties": value}


def _closed(keys: Mapping[str, Key], part: Part | None) -> Schema:
    required = [name for name, key in keys.items() if key.required]
    return {
        "type": "object",
        "properties": {name: _described(_shape(key, part), key) for name, key in keys.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _described(schema: Schema, key: Key) -> Schema:
    # Beside `$ref` draft 7 reads nothing else, so a reference stands in `allOf`.
    return {"description": key.meaning, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _part(part: Part) -> Schema:
    return _closed(PARTS[part], part)


def _field(owner: Owner) -> Schema:
    """Return a field in either form."""
    words = {name: word.key for name, word in WORDS.items() if owner in word.owners}
    short: Schema = {**_TYPE, "description": "TYPE{[]}[?] [= DEFAULT] {, MODIFIER}"}
    return _any_of(short, _closed(words, None))


def _fields(owner: Owner) -> Schema:
    return _mapping(_to(f"{owner}_field"))


def _shape(key: Key, part: Part | None) -> Schema:
    """Return the schema of a key's value; whatever has fields says whose they are."""
    owners: dict[Part | None, Owner] = {
        "struct": "struct",
        "object": "object",
        "transition": "transition",
        "event": "event",
        "action": "input",
    }
    if key.shape == "fields":
        return _fields(owners[part])
    if key.shape == "choice":
        return {"enum": list(key.choices)}
    if key.shape == "choices":
        return _list({"enum": list(key.choices)})
    return _SHAPES[key.shape]


_NOTHING: Schema = {"type": "null"}
_VALUES = _any_of(_list(_to("name")), _mapping(_any_of(_NOTHING, _to("value"))))
_LONG_ENUM: Schema = {"allOf": [{"required": ["values"]}, _to("enum")]}
_SHORT_ENUM: Schema = {"not": {"type": "object", "required": ["values"]}, **_VALUES}
_SHAPES: dict[str, Schema] = {
    "text": _TEXT,
    "name": _to("name"),
    "names": _to("names"),
    "sources": _any_of(_to("name"), _list(_to("name"), 1)),
    "flag": {"type": "boolean"},
    "count": {"type": "integer", "minimum": 0},
    "number": {"type": "number"},
    "any": {},
    "pattern": {"type": "string", "format": "regex"},
    "type": _TYPE,
    "path": {"type": "string", "pattern": "^(/[a-z0-9][a-z0-9._-]*)+$"},
    "target": _TEXT,
    "types": _mapping(_to("type_field")),
    "values": _VALUES,
    "enums": _mapping(_any_of(_LONG_ENUM, _SHORT_ENUM)),
    "structs": _mapping(_any_of(_to("struct"), _fields("struct"))),
    "objects": _mapping(_to("object")),
    "states": _VALUES,
    "transitions": _mapping(_to("transition")),
    "sets": _list(_to("names")),
    "events": _mapping(_any_of(_NOTHING, _to("event"))),
    "actions": _mapping(_to("action")),
    "output": _any_of(
        {"type": "string", "pattern": "^\\s*(transition|event)\\s+\\S+\\s*$"}, _fields("result")
    ),
    "triggers": _list(_to("trigger")),
    "bindings": {
        "type": "object",
        "additionalProperties": _any_of(
            {"type": "string"},
            {
                "type": "object",
                "properties": {"value": {}},
                "required": ["value"],
                "additionalProperties": False,
            },
        ),
    },
}
