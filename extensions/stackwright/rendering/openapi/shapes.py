"""The schemas of a model's own things: what is read, created, patched, listed, announced and asked for."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Constraints, EventOutput, Made, ResultOutput, Scalar, TransitionOutput
from stackwright.rendering.openapi.filters import filters, sorts, standard_fields, where
from stackwright.rendering.openapi.layout import line
from stackwright.rendering.openapi.scalars import scalar
from stackwright.rendering.openapi.values import Values, pointer, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.ir import Action, Enum, EnumValue, Event, Field, Object, Struct, Transition
    from stackwright.rendering.openapi.layout import Line
    from stackwright.rendering.openapi.names import Names
    from stackwright.rendering.openapi.values import Direction, Schema

Named = tuple[str, "Schema | Line"]
_MOMENT = Scalar(kind="datetime")
_OCCURRED = line(scalar(_MOMENT, Constraints(), written=True))


def of_enum(enum: Enum, names: Names) -> Iterator[Named]:
    """Yield the schema of an enum."""
    yield names.declared(enum), _choice(enum.title, enum.description, enum.values)


def of_struct(struct: Struct, names: Names) -> Iterator[Named]:
    """Yield the shapes of a struct: read, sent whole, sent in part."""
    for direction in _DIRECTIONS:
        values = Values(names, direction)
        yield values.struct(struct), _texts(struct) | shape(struct.fields, values)


_DIRECTIONS: tuple[Direction, ...] = ("out", "in", "patch")


def of_object(object_: Object, names: Names) -> Iterator[Named]:
    """Yield every schema that an object brings along."""
    own, derived = names.declared(object_), names.derived
    yield own, _texts(object_) | read_shape(object_, names)
    if object_.states:
        yield derived(object_, "State"), _choice(f"State of {object_.title}", None, object_.states)
    if "create" in object_.writes:
        yield derived(object_, "Create"), shape(created_fields(object_), Values(names, "in"))
    if "update" in object_.writes:
        yield derived(object_, "Patch"), shape(patched_fields(object_), Values(names, "patch"))
    if len(object_.key) > 1:
        for suffix, direction in _KEYS:
            values = Values(names, direction)
            parts = {field.name: values.key_value(field) for field in object_.key_fields}
            yield derived(object_, suffix), _closed(parts, object_.key)
    yield derived(object_, "Page"), page(reference(own), counted=True)
    yield derived(object_, "Where"), where(object_, names)
    yield derived(object_, "Query"), _query(object_, names)
    for found in filters(object_, names).values():
        yield found.name, found.schema()
        yield from found.named
    for transition in object_.transitions:
        name = names.transition(object_, transition)
        yield name, _texts(transition) | transition_event(object_, transition, names)
        yield f"{name}.input", shape(transition.fields, Values(names, "in"))


_KEYS: tuple[tuple[str, Direction], ...] = (("Key", "out"), ("KeyInput", "in"))


def of_event(event: Event, names: Names) -> Iterator[Named]:
    """Yield the schema of a declared event's payload."""
    yield names.event(event), _texts(event) | shape(event.fields, Values(names, "out"))


def of_action(action: Action, names: Names) -> Iterator[Named]:
    """Yield the schemas of an action's input, and of its result if it has one of its own."""
    yield names.action(action, "input"), shape(action.input, Values(names, "in"))
    if isinstance(action.output, ResultOutput):
        yield names.action(action, "result"), shape(action.output.fields, Values(names, "out"))


def output(action: Action, names: Names) -> Line:
    """Point to what an action answers with."""
    match action.output:
        case TransitionOutput():
            return pointer(names.transition(action.output.object, action.output.transition))
        case EventOutput():
            return pointer(names.event(action.output.event))
        case ResultOutput():
            return pointer(names.action(action, "result"))


def created_fields(object_: Object) -> tuple[Field, ...]:
    """Return what a caller may give when an object is made: not what the service sets."""
    return tuple(
        field for field in object_.fields if not field.readonly and field.default != Made(how="auto")
    )


def patched_fields(object_: Object) -> tuple[Field, ...]:
    """Return what a caller may change later: keys stay."""
    return tuple(field for field in created_fields(object_) if not field.key)


def shape(fields: Iterable[Field], values: Values) -> Schema:
    """Describe a closed object of fields as it is read, sent whole, or sent in part."""
    written = values.direction == "out"
    members: Schema = {}
    required = []
    for field in fields:
        if written and field.private:
            continue
        members[field.name] = values.member(field, default=values.direction == "in")
        if written or (values.direction == "in" and _must_be_sent(field)):
            required.append(field.name)
    return _closed(members, required)


def read_shape(object_: Object, names: Names) -> Schema:
    """Describe an object as it is read, with its state and the standard fields."""
    schema = shape((*object_.fields, *standard_fields(object_)), Values(names, "out"))
    if object_.states:
        standard = {field.name for field in standard_fields(object_)}
        members = schema["properties"]
        behind = {name: members.pop(name) for name in list(members) if name in standard}
        members |= {"state": pointer(names.derived(object_, "State")), **behind}
        schema["required"] = list(members)
    return schema


def transition_event(object_: Object, transition: Transition, names: Names) -> Schema:
    """Describe what is announced when an object has moved."""
    values = Values(names, "out")
    state = pointer(names.derived(object_, "State"))
    fields = shape(transition.fields, values)["properties"]
    key = line(values.key(object_))
    members = {object_.snake: key, "from_state": state, "to_state": state, **fields}
    members["occurred_at"] = _OCCURRED
    return _closed(members, members)


def page(item: Schema, *, counted: bool) -> Schema:
    """Describe a page of a list; `counted`: it may hold the total."""
    members: Schema = {
        "items": {"type": "array", "items": item, "maxItems": 100},
        "next": {"type": ["string", "null"]},
    }
    required = list(members)
    if counted:
        members["total"] = {"type": "integer", "minimum": 0}
    return _closed(members, required)


def history_entry(names: Names) -> Schema:
    """Describe one move of an object. Names are open: the model may have had others when it happened."""
    text = {"type": "string"}
    members: Schema = dict.fromkeys(("transition", "from_state", "to_state"), text)
    members |= {"fields": {"type": "object"}, "at": Values(names, "out").typed(_MOMENT), "by": text}
    return _closed(members, members)


def _query(object_: Object, names: Names) -> Schema:
    fields = sorts(object_)
    order = {"enum": [sign + name for sign in ("", "-") for name in fields]}
    members = {
        "where": reference(names.derived(object_, "Where")),
        "sort": {"type": "array", "items": order, "uniqueItems": True},
        "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50},
        "cursor": {"type": ["string", "null"]},
        "offset": {"type": ["integer", "null"], "minimum": 0, "maximum": 10000},
        "count": {"type": "boolean", "default": False},
    }
    return _closed(members, ())


def _must_be_sent(field: Field) -> bool:
    if field.key and field.type == Scalar(kind="uuid"):
        return False
    return field.required or (field.many and bool(field.constraints.min_items))


def _closed(members: Schema, required: Iterable[str]) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": members}
    names = list(required)
    return {**schema, "required": _names(tuple(names))} if names else schema


@functools.lru_cache(maxsize=4096)
def _names(names: tuple[str, ...]) -> Line:
    return line(names)


def _texts(thing: Struct | Object | Event | Transition) -> Schema:
    described = {"description": thing.description} if thing.description is not None else {}
    return {"title": thing.title, **described}


def _choice(title: str, description: str | None, values: tuple[EnumValue, ...]) -> Schema:
    lines = [description] if description else []
    lines += [f"- `{value.wire}`: {value.description}" for value in values if value.description]
    described = {"description": "\n".join(lines)} if lines else {}
    return {"title": title, **described, "type": "string", "enum": [value.wire for value in values]}
