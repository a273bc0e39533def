"""Hypothesis strategies for models: everything the language can say, as the text of its files.

`models()` draws valid models, by file name and text. Names come from pools that are full of reserved words
but free of collisions, so that a model is valid by construction.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from stackwright.ontology import source

ONTOLOGIES = ("shop", "hotel", "x", "a_rather_long_name_for_an_ontology_it_is")
OBJECTS = (
    "Order", "Customer", "order_line", "HTTPServer", "Class", "Import", "List", "Dict", "Session", "User",
    "Group", "Table", "Select", "Query", "Index", "Category", "Box", "Bus", "Day", "Model", "Field",
    "Event", "Action2", "Datetime", "Row", "Base", "Meta", "X",
    "AVeryLongNameForAnObjectWithManyWords",
)  # fmt: skip
STRUCTS = ("Address", "Money", "Span", "geoPoint", "Config", "Json")
ENUMS = ("Channel", "Colour", "Size", "type_of_thing")
TYPES = ("Email", "Percent", "Code", "Amount")
FIELDS = (
    "name", "title", "class", "import", "from", "def", "lambda", "model_name", "model_config", "json",
    "copy", "dict", "schema", "metadata", "registry", "query", "objects", "save", "clean", "delete",
    "items", "keys", "values", "get", "pop", "update", "count", "index", "type", "date", "datetime", "time",
    "uuid", "decimal", "str", "int", "list", "select", "order", "group", "where", "table", "user", "limit",
    "offset", "cursor", "sort", "filter", "total", "note", "fooBar", "x", "self", "cls", "value", "email",
    "price", "size", "a_field_whose_name_has_nearly_forty_chars",
)  # fmt: skip
REFS = ("owner", "parent", "next", "buyer", "global", "target", "mother_in_law")
KEYS = ("id", "number", "code", "key", "pk")
STATES = ("created", "approved", "None", "class", "in", "Closed", "name", "value")
MOVES = ("approve", "close", "return", "delete", "validate", "history", "reopenIt", "lambda")
ACTIONS = ("do_it", "makeOrder", "import", "sync", "Calculate", "print")
EVENTS = ("Paid", "Happened", "Import2", "thing_done")
TRIGGERS = ("when_paid", "then", "if_so")
VALUES = ("web", "phone", "None", "class", "no", "yes", "mro", "name", "A1")
SCALARS = (
    "string", "text", "bool", "short", "int", "long", "float", "double", "decimal", "date", "time",
    "datetime", "duration", "uuid", "json", "bytes",
)  # fmt: skip
INDEXED = ("string", "int", "long", "decimal", "date", "uuid", "bool")

ODD = (
    "It's", 'say "hi"', "{{ braces }}", "{% raw %}", "{single}", "back\\slash", "\\", '"""', "'''",
    "tab\there", "two\nlines", "trailing \nspace", "🏛️ é ü", "# no comment", "a: b", "- dash", "null", "no",
    "0x1F", "1e5", "%s %d", "$x ${y}", "<b>&amp;</b>", "-- sql; drop", "\u2028", "x\x85y", "\ufeffbom",
    "*/ /*", "`tick`", "]]>", "\r\n", "\x07",
)  # fmt: skip


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Draw a text for people: odd ones first, and any other."""
    drawn = st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=max_size
    )
    return st.one_of(st.sampled_from(ODD), drawn).filter(lambda text: bool(text.strip()))


def _strings(length: int) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(ODD), texts()).map(lambda text: text[:length])


_JSON = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**53), 2**53), _strings(20)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_strings(8), inner, max_size=3)),
    max_leaves=5,
)
_VALUES_OF: dict[str, Any] = {
    "text": texts(),
    "bool": st.booleans(),
    "short": st.integers(-(2**15), 2**15 - 1),
    "int": st.integers(-(2**31), 2**31 - 1),
    "long": st.integers(-(2**53) + 1, 2**53 - 1),
    "float": st.integers(-1000, 1000).map(lambda number: Decimal(number) / 8),
    "double": st.integers(-(10**9), 10**9).map(lambda number: Decimal(number) / 1000),
    "date": st.dates().map(lambda day: day.isoformat()),
    "time": st.times().map(lambda time: time.replace(tzinfo=None).isoformat()),
    "datetime": st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    "duration": st.sampled_from(("PT0S", "P1D", "P1DT2H30M", "PT0.5S", "-P2W")),
    "uuid": st.uuids().map(str),
    "json": _JSON,
}


@dataclass(frozen=True)
class Typed:
    """A type as written, with a value of it, perhaps, and words that the value keeps."""

    text: str
    value: Any
    words: dict[str, Any] = field(default_factory=dict)


@st.composite
def scalars(draw: st.DrawFn, kinds: tuple[str, ...] = SCALARS) -> Typed:
    """Draw a scalar with a value."""
    kind = draw(st.sampled_from(kinds))
    if kind == "string":
        length = draw(st.sampled_from((1, 9, 40, 200)))
        return Typed(f"string({length})", draw(_strings(length)))
    if kind == "bytes":
        length = draw(st.sampled_from((1, 16, 1024)))
        data = draw(st.binary(max_size=min(length, 9)))
        return Typed(f"bytes({length})", base64.b64encode(data).decode())
    if kind == "decimal":
        scale = draw(st.integers(0, 4))
        digits = draw(st.integers(-(10**4), 10**4))
        return Typed(f"decimal({scale + 5}, {scale})", Decimal(digits).scaleb(-scale))
    value = draw(_VALUES_OF[kind])
    words: dict[str, Any] = {}
    if kind in ("short", "int", "long") and draw(st.booleans()):
        words = {draw(st.sampled_from(("min", "max"))): value}
    return Typed(kind, value, words)


def short(typed: Typed, default: Any, words: dict[str, Any]) -> str | None:
    """Return the short form of a field; None where only the long form can say it."""
    signs = {"min": ">=", "max": "<=", "above": ">", "below": "<"}
    said = typed.text if default is None else f"{typed.text} = {_flat(default)}"
    for word, value in words.items():
        if word in ("title", "description"):
            return None
        if value is True and word != "example":
            said += f", {word}"
        elif word in ("inverse", "on_delete", "was"):
            said += f", {word} {value}"
        elif word == "pattern":
            said += f", pattern /{value.replace('/', chr(92) + '/')}/"
        else:
            said += f", {signs.get(word, word)} {_flat(value)}"
    return said


def _flat(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def fields(
    draw: st.DrawFn, typed: Typed, flags: dict[str, Any] | None = None, *, defaults: bool = True
) -> Any:
    """Draw how a field of a type is written: short or long, optional or not, with or without a default."""
    words = {**typed.words, **(flags or {})}
    optional = "key" not in words and draw(st.booleans())
    default = None
    if defaults and typed.value is not None and "key" not in words and draw(st.booleans()):
        default = typed.value
    if typed.value is not None and draw(st.integers(0, 4)) == 0:
        words["example"] = typed.value
    whole = Typed(typed.text + ("?" if optional else ""), typed.value)
    said = short(whole, default, words)
    if said is not None and draw(st.booleans()):
        return said
    long: dict[str, Any] = {"type": typed.text, **words}
    if optional:
        long["optional"] = True
    if default is not None:
        long["default"] = default
    if draw(st.booleans()):
        long["description"] = draw(texts())
    return long


@st.composite
def spoken(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a title and a description, perhaps."""
    said = {}
    for word in ("title", "description"):
        if draw(st.integers(0, 2)) == 0:
            said[word] = draw(texts())
    return said


def _some(pool: tuple[str, ...], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(pool), min_size=least, max_size=most, unique=True)


@dataclass
class World:
    """What the ontologies drawn so far declare, for those that follow."""

    objects: list[tuple[str, str, int]] = field(default_factory=list)  # namespace, name, depth of the key


@st.composite
def ontologies(draw: st.DrawFn, name: str, world: World) -> dict[str, Any]:
    """Draw one ontology, which may refer to those before it."""
    types = {
        one: draw(fields(draw(scalars()), defaults=False).map(_named)) for one in draw(_some(TYPES, 0, 2))
    }
    enums = {one: draw(values(VALUES)) for one in draw(_some(ENUMS, 0, 2))}
    told: dict[str, Any] = {"ontology": name, **draw(spoken()), "types": types, "enums": enums}
    usable = [Typed(one, None) for one in (*types, *enums)]
    structs: dict[str, Any] = {}
    for one in draw(_some(STRUCTS, 0, 2)):
        structs[one] = draw(members(usable, least=1))
        usable.append(Typed(one, None))
    told["structs"] = structs
    objects: dict[str, Any] = {}
    for one in draw(_some(OBJECTS, 0, 5)):
        objects[one] = draw(objects_of(name, one, usable, world))
    told["objects"] = objects
    told |= draw(behaviour(name, objects, usable, world))
    return {key: value for key, value in told.items() if value or key == "ontology"}


def _named(written: Any) -> Any:
    """Make a field a named type: never optional."""
    if isinstance(written, str):
        head, comma, rest = written.partition(",") if "(" not in written else (written, "", "")
        return (
            head.replace("?", "", 1) + comma + rest
            if "decimal" not in written
            else written.replace(")?", ")", 1)
        )
    return {key: value for key, value in written.items() if key != "optional"}


@st.composite
def values(draw: st.DrawFn, pool: tuple[str, ...], least: int = 1) -> Any:
    """Draw the values of an enum, or states."""
    names = draw(_some(pool, least, 4))
    if draw(st.booleans()):
        return names
    long: dict[str, Any] = {}
    for number, one in enumerate(names):
        about = draw(spoken())
        if draw(st.booleans()):
            about["wire"] = f"{number}-{one}+"
        long[one] = about or None
    return long


@st.composite
def members(
    draw: st.DrawFn, usable: list[Typed], least: int = 0, world: World | None = None
) -> dict[str, Any]:
    """Draw the fields of a struct, an event or an input."""
    made = {}
    for one in draw(_some(FIELDS, least, 4)):
        made[one] = draw(fields(draw(_types(usable))))
    targets = world.objects if world is not None else []
    for one in draw(_some(REFS, 0, 1)) if targets else ():
        namespace, target, _ = draw(st.sampled_from(targets))
        made[one] = draw(fields(Typed(f"ref {namespace}.{target}{draw(st.sampled_from(('', '[]')))}", None)))
    return made


@st.composite
def _types(draw: st.DrawFn, usable: list[Typed]) -> Typed:
    typed = draw(st.one_of(scalars(), st.sampled_from(usable)) if usable else scalars())
    depth = draw(st.sampled_from((0, 0, 0, 1, 2)))
    if not depth:
        return typed
    words = {"max_items": 5} if draw(st.booleans()) else {}
    return Typed(typed.text + "[]" * depth, [] if draw(st.booleans()) else None, words)


@st.composite
def objects_of(draw: st.DrawFn, here: str, name: str, usable: list[Typed], world: World) -> dict[str, Any]:
    """Draw an object: any key, refs to what is before it, to itself, many, states and transitions."""
    told: dict[str, Any] = draw(spoken())
    made, key, depth = draw(_keys(here, world))
    names = draw(_some(FIELDS, 0, 5))
    for one in names:
        typed = draw(_types(usable))
        flags = draw(_flags(typed))
        made[one] = draw(fields(typed, flags))
        if "readonly" in flags and isinstance(made[one], dict) and "default" not in made[one]:
            made[one]["optional"] = True
    me = (here, name, depth)
    for number, one in enumerate(draw(_some(REFS, 0, 3))):
        made[f"{one}_r"] = draw(_refs(here, me, world, f"back_{len(world.objects)}_{number}"))
    if key:
        told["key"] = key
    told["fields"] = made
    if draw(st.booleans()):
        told |= draw(_states(name, names))
    if draw(st.integers(0, 3)) == 0:
        told["writes"] = draw(_some(("create", "update", "delete"), 0, 3))
    if draw(st.integers(0, 3)) == 0:
        told["timestamps"] = draw(st.booleans())
    if draw(st.integers(0, 3)) == 0:
        told["if_match"] = "required"
    world.objects.append(me)
    return told


@st.composite
def _keys(draw: st.DrawFn, here: str, world: World) -> tuple[dict[str, Any], list[str], int]:
    """Draw the fields of a key, its order where it is composite, and how deep it reaches through refs."""
    shallow = [one for one in world.objects if one[2] < 2]
    how = draw(
        st.sampled_from(
            ("uuid", "auto", "string", "date", "composite", "ref") if shallow else ("uuid", "auto", "string")
        )
    )
    one = draw(st.sampled_from(KEYS))
    plain = {
        "uuid": "uuid, key",
        "auto": "long = auto, key",
        "string": "string(40), key",
        "date": "date, key",
    }
    if how in plain:
        return {one: plain[how]}, [], 0
    namespace, target, depth = draw(st.sampled_from(shallow))
    ref = f"ref {target if namespace == here else f'{namespace}.{target}'}"
    if how == "ref":
        return {"whole": f"{ref}, key"}, [], depth + 1
    return {one: "int, >= 1", "part": f"{ref}, on_delete cascade"}, ["part", one], depth + 1


@st.composite
def _flags(draw: st.DrawFn, typed: Typed) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    head = typed.text.split("(")[0]
    if head in INDEXED and "[" not in typed.text:
        flags |= dict.fromkeys(draw(_some(("unique", "index", "display"), 0, 2)), True)
    if draw(st.integers(0, 5)) == 0 and "display" not in flags:
        flags["private"] = True
    return flags


@st.composite
def _refs(draw: st.DrawFn, here: str, me: tuple[str, str, int], world: World, inverse: str) -> str:
    namespace, target, _ = chosen = draw(st.sampled_from([me, *world.objects]))
    many = draw(st.booleans())
    optional = not many and (chosen == me or draw(st.booleans()))
    said = f"ref {target if namespace == here and draw(st.booleans()) else f'{namespace}.{target}'}"
    said += "[]" if many else "?" if optional else ""
    if draw(st.booleans()):
        said += f", inverse {inverse}"
    if optional and draw(st.booleans()):
        said += ", on_delete set_null"
    return said


@st.composite
def _states(draw: st.DrawFn, name: str, own: list[str]) -> dict[str, Any]:
    states = draw(values(STATES))
    names = list(states)
    moves: dict[str, Any] = {}
    verbs = draw(st.permutations(MOVES))
    for number, target in enumerate(names[1:]):
        sources: Any = names[number] if draw(st.booleans()) else names[: number + 1]
        move: dict[str, Any] = {**draw(spoken()), "from": sources, "to": target}
        free = tuple(one for one in FIELDS if one not in own and one != name.lower())
        extra = {one: draw(fields(draw(scalars()))) for one in draw(_some(free, 0, 2))}
        if extra:
            move["fields"] = extra
        moves[verbs[number]] = move
    return {"states": states, **({"transitions": moves} if moves else {})}


@st.composite
def behaviour(
    draw: st.DrawFn, here: str, objects: dict[str, Any], usable: list[Typed], world: World
) -> dict[str, Any]:
    """Draw events, actions with every kind of output, and triggers whose inputs fit."""
    events: dict[str, Any] = {}
    for one in draw(_some(EVENTS, 0, 2)):
        events[one] = {**draw(spoken()), "fields": draw(members(usable, world=world))}
    moves = [f"{thing}.{move}" for thing, about in objects.items() for move in about.get("transitions", {})]
    outputs = [*(f"transition {move}" for move in moves), *(f"event {event}" for event in events)]
    actions: dict[str, Any] = {}
    for one in draw(_some(ACTIONS, 0, 3)):
        result = draw(members(usable, world=world))
        output = draw(st.sampled_from([*outputs, result])) if outputs else result
        actions[one] = {**draw(spoken()), "input": draw(members(usable, world=world)), "output": output}
    triggers = []
    for number, one in enumerate(draw(_some(TRIGGERS, 0, 2)) if events else ()):
        event = draw(st.sampled_from(sorted(events)))
        given = {name: name for name in events[event]["fields"]}
        inputs = dict(events[event]["fields"])
        actions[f"react_{number}"] = {
            "input": {**inputs, "happened": "datetime", "why": "text"},
            "output": draw(members(usable)),
        }
        bound = {**given, "happened": "now", "why": {"value": draw(texts())}}
        named = event if draw(st.booleans()) else f"{here}.{event}"
        triggers.append(
            {"name": one, **draw(spoken()), "when": named, "run": f"react_{number}", "with": bound}
        )
    return {"events": events, "actions": actions, "triggers": triggers}


@st.composite
def parsed_models(draw: st.DrawFn, most: int = 2) -> dict[str, Any]:
    """Draw a valid model as parsed files, by name."""
    world = World()
    names = draw(_some(ONTOLOGIES, 1, most))
    return {f"ontology/{name}.yml": draw(ontologies(name, world)) for name in names}


def models(most: int = 2) -> st.SearchStrategy[dict[str, str]]:
    """Draw a valid model as the text of its files, by name."""
    return parsed_models(most).map(lambda files: {name: source.to_yaml(tree) for name, tree in files.items()})
