"""A file's tree to what it declares. Whatever has a wrong shape is a problem, and the rest is still read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from stackwright.ontology import declared
from stackwright.ontology.declared import Binding, FieldSet, Given, Name
from stackwright.ontology.fields import field_of, fields_of
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.shapes import Part, choice, flag, name, names, pairs, part, spoken, text
from stackwright.ontology.tree import Entries, Items, Leaf, Node, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_KINDS: tuple[Literal["transition", "event"], ...] = ("transition", "event")
_OUTPUTS = "write transition Object.name, event Name, or a mapping of the fields of a result"


def parse(source: str, root: Node, found: list[Problem]) -> declared.Ontology | None:
    """Return what a file declares; None where it does not even say which ontology it is."""
    top = part("ontology", root, found, whole="a model file")
    if top is None:
        return None
    name_ = top.word("ontology")
    if name_ is None:
        return None
    broken: set[str] = set()

    def each(key: str, read: Callable[[Leaf, Node, list[Problem]], _T | None]) -> tuple[_T, ...]:
        made = []
        for word, node in pairs(top.get(key), key, found):
            item = read(word, node, found)
            if item is None:
                broken.add(str(word.value))
            else:
                made.append(item)
        return tuple(made)

    return declared.Ontology(
        **spoken(name_, top),
        source=source,
        path=_text_name(top.get("path"), found),
        types=each("types", lambda word, node, all_: field_of("type", word, node, all_)),
        enums=each("enums", _enum),
        structs=each("structs", _struct),
        objects=each("objects", _object),
        events=each("events", _event),
        actions=each("actions", _action),
        triggers=_triggers(top.get("triggers"), found, broken),
        broken=frozenset(broken),
    )


def _text_name(node: Node | None, found: list[Problem]) -> Name | None:
    value = text(node, found)
    return Name(value, node.at) if value is not None and node is not None else None


def _enum(word: Leaf, node: Node, found: list[Problem]) -> declared.Enum | None:
    name_ = name(word, found)
    if name_ is None:
        return None
    if isinstance(node, Entries) and any(key.value == "values" for key, _ in node.entries):
        long = part("enum", node, found, whole=f"enum {name_.text}")
        values = _values(long.get("values") if long else None, found)
        return declared.Enum(**spoken(name_, long), values=values)
    values = _values(node, found)
    return declared.Enum(name=name_, values=values) if isinstance(node, Items | Entries) else None


def _values(node: Node | None, found: list[Problem]) -> tuple[declared.Value, ...]:
    """Read the values of an enum, or states: a list of names, or a mapping from them."""
    if node is None:
        return ()
    if isinstance(node, Items):
        return tuple(declared.Value(name=one, wire=one) for one in names(node, found))
    if not isinstance(node, Entries):
        message = f"expected a list of names, or a mapping from names, and found {kind_of(node)}"
        found.append(Problem(code="SW022", message=message, at=node.at))
        return ()
    values = []
    for word, inner in node.entries:
        name_ = name(word, found)
        empty = isinstance(inner, Leaf) and inner.value is None
        about = None if empty else part("value", inner, found, whole=f"the value {quoted(word.text)}")
        if name_ is not None:
            wire = _text_name(about.get("wire") if about else None, found)
            values.append(declared.Value(**spoken(name_, about), wire=wire or name_))
    return tuple(values)


def _struct(word: Leaf, node: Node, found: list[Problem]) -> declared.Struct | None:
    name_ = name(word, found)
    if name_ is None:
        return None
    inner = {str(key.value): value for key, value in node.entries} if isinstance(node, Entries) else {}
    long = set(inner) <= {"title", "description", "fields"} and isinstance(inner.get("fields"), Entries)
    if not long:
        return declared.Struct(name=name_, fields=fields_of("struct", node, found)[0])
    about = part("struct", node, found, whole=f"struct {name_.text}")
    fields, _ = fields_of("struct", about.get("fields") if about else None, found)
    return declared.Struct(**spoken(name_, about), fields=fields)


def _object(word: Leaf, node: Node, found: list[Problem]) -> declared.Object | None:
    name_ = name(word, found)
    about = part("object", node, found, whole=f"object {quoted(word.text)}")
    if name_ is None or about is None:
        return None
    fields, broken = fields_of("object", about.get("fields"), found)
    states = about.get("states")
    key, writes = about.get("key"), about.get("writes")
    moves = (_transition(*pair, found) for pair in pairs(about.get("transitions"), "transitions", found))
    if_match = about.get("if_match")
    return declared.Object(
        **spoken(name_, about),
        key=FieldSet(key.at, names(key, found)) if key is not None else None,
        fields=fields,
        listed=isinstance(about.get("fields"), Entries),
        broken=broken,
        states=_states(states, found),
        transitions=tuple(move for move in moves if move is not None),
        unique=_sets(about.get("unique"), found),
        index=_sets(about.get("index"), found),
        writes=about.chosen("writes", found) if writes is not None else None,
        timestamps=flag(about.get("timestamps"), found, default=True),
        require_if_match=if_match is not None
        and choice(if_match, ("required", "optional"), found) == "required",
    )


def _states(node: Node | None, found: list[Problem]) -> tuple[declared.Value, ...] | None:
    values = _values(node, found)
    return values if isinstance(node, Items | Entries) else None


def _transition(word: Leaf, node: Node, found: list[Problem]) -> declared.Transition | None:
    name_ = name(word, found)
    about = part("transition", node, found, whole=f"transition {quoted(word.text)}", but=("from",))
    if name_ is None or about is None:
        return None
    sources = about.get("from")
    left = names(sources, found) if sources is not None else ()
    if sources is None or (isinstance(sources, Items) and not sources.items):
        found.append(
            Problem(
                code="SW204",
                message=f"transition {quoted(name_.text)} leaves no state",
                at=sources.at if sources is not None else name_.at,
                help="write from: STATE, or from: [STATE, STATE]",
            )
        )
    target = about.word("to")
    fields, _ = fields_of("transition", about.get("fields"), found)
    if target is None:
        return None
    return declared.Transition(**spoken(name_, about), sources=left, target=target, fields=fields)


def _sets(node: Node | None, found: list[Problem]) -> tuple[FieldSet, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        message = f"expected a list of lists of fields and found {kind_of(node)}"
        found.append(Problem(code="SW022", message=message, at=node.at, help="write [[a, b]]"))
        return ()
    return tuple(FieldSet(item.at, names(item, found)) for item in node.items)


def _event(word: Leaf, node: Node, found: list[Problem]) -> declared.Event | None:
    name_ = name(word, found)
    if name_ is None:
        return None
    if isinstance(node, Leaf) and node.value is None:
        return declared.Event(name=name_, fields=())
    about = part("event", node, found, whole=f"event {name_.text}")
    if about is None:
        return None
    return declared.Event(**spoken(name_, about), fields=fields_of("event", about.get("fields"), found)[0])


def _action(word: Leaf, node: Node, found: list[Problem]) -> declared.Action | None:
    name_ = name(word, found)
    about = part("action", node, found, whole=f"action {quoted(word.text)}")
    if name_ is None or about is None:
        return None
    inputs, broken = fields_of("input", about.get("input"), found)
    output = _output(about.get("output"), found)
    return declared.Action(**spoken(name_, about), input=inputs, broken=broken, output=output)


def _output(node: Node | None, found: list[Problem]) -> declared.Emitted | tuple[declared.Field, ...] | None:
    if node is None:
        return None
    if isinstance(node, Entries):
        return fields_of("result", node, found)[0]
    words = node.text.split() if isinstance(node, Leaf) and isinstance(node.value, str) else []
    kind = next((one for one in _KINDS if words[:1] == [one]), None)
    if kind is None or len(words) != 2 or not isinstance(node, Leaf):  # noqa: PLR2004
        message = "the output is not readable"
        found.append(Problem(code="SW304", message=message, at=node.at, help=_OUTPUTS))
        return None
    start = node.text.rindex(words[1])
    return declared.Emitted(kind, Name(words[1], node.part(start, start + len(words[1]))))


def _triggers(node: Node | None, found: list[Problem], broken: set[str]) -> tuple[declared.Trigger, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items):
        message = f"expected a list of triggers and found {kind_of(node)}"
        found.append(
            Problem(code="SW022", message=message, at=node.at, help="write - {name: …, when: …, run: …}")
        )
        return ()
    triggers = []
    for item in node.items:
        about = part("trigger", item, found, whole="a trigger")
        trigger = _trigger(about, found) if about is not None else None
        if trigger is None:
            broken.add("")
        else:
            triggers.append(trigger)
    return tuple(triggers)


def _trigger(about: Part, found: list[Problem]) -> declared.Trigger | None:
    name_ = about.word("name")
    when, run = _text_name(about.get("when"), found), _text_name(about.get("run"), found)
    bindings = tuple(_binding(*pair, found) for pair in pairs(about.get("with"), "with", found))
    if name_ is None or when is None or run is None:
        return None
    return declared.Trigger(
        **spoken(name_, about),
        when=when,
        run=run,
        bindings=bindings,
    )


def _binding(word: Leaf, node: Node, found: list[Problem]) -> Binding:
    name_ = Name(word.text, word.at)
    if isinstance(node, Leaf) and isinstance(node.value, str):
        return Binding(name_, Name(node.value.strip(), node.at))
    if isinstance(node, Entries) and [key.value for key, _ in node.entries] == ["value"]:
        return Binding(name_, Given(node.entries[0][1].at, node.entries[0][1]))
    found.append(
        Problem(
            code="SW022",
            message=f"the input {quoted(word.text)} gets {kind_of(node)}",
            at=node.at,
            help="write a path in the event, as in order.customer, or {value: …}, or now",
        )
    )
    return Binding(name_, None)
