"""The words of the language: the keys of each part. The reader and the JSON Schema share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal[
    "text", "name", "names", "flag", "count", "number", "any", "choice", "choices", "pattern", "type",
    "types", "enums", "structs", "objects", "fields", "states", "transitions", "events", "actions",
    "triggers",
    "sets", "sources", "output", "bindings", "values", "path", "target",
]  # fmt: skip
Part = Literal["ontology", "enum", "value", "struct", "object", "transition", "event", "action", "trigger"]
Owner = Literal["type", "object", "struct", "transition", "event", "input", "result"]

SCALARS = (
    "string", "text", "bool", "short", "int", "long", "float", "double", "decimal",
    "date", "time", "datetime", "duration", "uuid", "json", "bytes",
)  # fmt: skip
TYPE_HELP = (
    "types are string(n), text, bool, short, int, long, float, double, decimal(p, s), date, time, datetime,"
    " duration, uuid, json, bytes(n), ref Object, and declared ones (docs/reference/ontology.md#types)"
)


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a part may have: the shape of its value, and what it means."""

    shape: Shape
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()


_TITLE = Key("text", "What people call it; default: the name, in words.")
_DESCRIPTION = Key("text", "What it is, for people. Any text.")
_WAS = Key("name", "Its former name: migrations rename instead of dropping.")
_SPOKEN = {"title": _TITLE, "description": _DESCRIPTION}

PARTS: dict[Part, dict[str, Key]] = {
    "ontology": {
        "ontology": Key("name", "The namespace: a package, a table prefix, a URL prefix.", required=True),
        **_SPOKEN,
        "path": Key("path", "The URL prefix; default `/api/<ontology>`."),
        "types": Key("types", "Named, constrained scalars."),
        "enums": Key("enums", "Closed sets of values."),
        "structs": Key("structs", "Values with parts but without identity, stored inside their owner."),
        "objects": Key("objects", "Things with identity, kept in tables."),
        "events": Key("events", "Facts that the domain announces."),
        "actions": Key("actions", "What the business can be asked to do."),
        "triggers": Key("triggers", "Which actions run whenever an event has happened."),
    },
    "enum": {
        **_SPOKEN,
        "values": Key("values", "The values: names, or a mapping from names.", required=True),
    },
    "value": {
        **_SPOKEN,
        "was": _WAS,
        "wire": Key("text", "Its text in JSON and in the database; default: the name."),
    },
    "struct": {**_SPOKEN, "fields": Key("fields", "Its parts.", required=True)},
    "object": {
        **_SPOKEN,
        "was": _WAS,
        "key": Key("names", "The fields of a composite key, in order."),
        "fields": Key("fields", "Its fields.", required=True),
        "states": Key("states", "Its states; the first is the initial one."),
        "transitions": Key("transitions", "The moves between states."),
        "unique": Key("sets", "Sets of fields that are unique together."),
        "index": Key("sets", "Sets of fields that are looked up together."),
        "writes": Key(
            "choices", "The standard actions; default: all three.", choices=("create", "update", "delete")
        ),
        "timestamps": Key("flag", "Whether it has `created_at` and `updated_at`; default: true."),
        "if_match": Key(
            "choice", "Whether a write must name the version it saw.", choices=("required", "optional")
        ),
    },
    "transition": {
        **_SPOKEN,
        "from": Key("sources", "The states it leaves: one, or a list.", required=True),
        "to": Key("name", "The state it leads to.", required=True),
        "fields": Key("fields", "Values that come with the move."),
    },
    "event": {**_SPOKEN, "fields": Key("fields", "What it tells.")},
    "action": {
        **_SPOKEN,
        "input": Key("fields", "What it is given."),
        "output": Key(
            "output",
            "`transition Object.name`, `event Name`, or the fields of a result.",
            required=True,
        ),
    },
    "trigger": {
        "name": Key("name", "Its name.", required=True),
        **_SPOKEN,
        "when": Key("target", "The event: `Name`, `Object.transition`, or with a namespace.", required=True),
        "run": Key("target", "The action.", required=True),
        "with": Key("bindings", "What each input gets: a path in the event, `{value: …}`, or `now`."),
    },
}

_ALL: frozenset[Owner] = frozenset(("type", "object", "struct", "transition", "event", "input", "result"))
_FIELDS: frozenset[Owner] = _ALL - {"type"}
_OBJECT: frozenset[Owner] = frozenset(("object",))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a field. `short` is how the short form says it: as a flag, with a value, or not at all."""

    key: Key
    owners: frozenset[Owner] = _ALL
    short: Literal["flag", "value", ""] = "value"
    symbol: str = ""


WORDS: dict[str, Word] = {
    "type": Word(Key("type", "Its type, as in the short form.", required=True), short=""),
    "title": Word(_TITLE, short=""),
    "description": Word(_DESCRIPTION, short=""),
    "optional": Word(Key("flag", "Whether it may be absent (short: `?`)."), _FIELDS, ""),
    "default": Word(
        Key("any", "Its value unless given: a literal, now, uuid or auto (short: `=`)."), _FIELDS, ""
    ),
    "min": Word(Key("number", "The least value (short: `>=`)."), symbol=">="),
    "above": Word(Key("number", "What every value is above (short: `>`)."), symbol=">"),
    "max": Word(Key("number", "The greatest value (short: `<=`)."), symbol="<="),
    "below": Word(Key("number", "What every value is below (short: `<`)."), symbol="<"),
    "min_length": Word(Key("count", "The least length of a text or of bytes.")),
    "pattern": Word(Key("pattern", "A regular expression (short: between slashes).")),
    "example": Word(Key("any", "A value as it might be.")),
    "min_items": Word(Key("count", "The least number of items of a list."), _FIELDS),
    "max_items": Word(Key("count", "The greatest number of items of a list."), _FIELDS),
    "key": Word(Key("flag", "It is the key, or part of it."), _OBJECT, "flag"),
    "display": Word(Key("flag", "It is what people see of the object."), _OBJECT, "flag"),
    "unique": Word(Key("flag", "No two objects have the same."), _OBJECT, "flag"),
    "index": Word(Key("flag", "Objects are often looked up by it."), _OBJECT, "flag"),
    "readonly": Word(Key("flag", "Callers do not set it."), _OBJECT, "flag"),
    "private": Word(Key("flag", "It never leaves the service."), _OBJECT, "flag"),
    "inverse": Word(Key("name", "What the target calls those that refer to it."), _OBJECT),
    "on_delete": Word(
        Key("choice", "What becomes of it with its target.", choices=("restrict", "cascade", "set_null")),
        _OBJECT,
    ),
    "was": Word(_WAS, _OBJECT),
}
SYMBOLS = {word.symbol: name for name, word in WORDS.items() if word.symbol}
