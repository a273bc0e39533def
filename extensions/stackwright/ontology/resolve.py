"""Declared fields to fields of the IR: types are looked up, constraints merged, names filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from stackwright.ontology import declared, ir, names
from stackwright.ontology.constraints import constraints_of
from stackwright.ontology.grammar import SCALARS, TYPE_HELP
from stackwright.ontology.problems import Problem, Span, near, quoted
from stackwright.ontology.tree import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackwright.ontology.symbols import Symbols, TypeLike

_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "string": ("length",),
    "bytes": ("length",),
    "decimal": ("precision", "scale"),
}
_EXAMPLES = {"string": "string(200)", "bytes": "bytes(1024)", "decimal": "decimal(12, 2)"}
_LONGEST = {"string": 16_383, "bytes": 16_777_215}
_MOST_DIGITS = 38


class Resolver:
    """Resolves fields; remembers which declared field became which, and which refs await their target."""

    def __init__(self, symbols: Symbols, found: list[Problem]) -> None:
        self.symbols = symbols
        self.found = found
        self.fields: dict[int, ir.Field] = {}
        self.refs: list[ir.Ref] = []
        self._enums: dict[tuple[str, str], ir.Enum] = {}
        self._structs: dict[tuple[str, str], ir.Struct | None] = {}
        self._types: dict[tuple[str, str], ir.NamedType | None] = {}
        self._known = {name: symbols.types(name) for name in symbols.ontologies}

    def _say(self, code: str, message: str, at: Span, hint: str = "", advice: str = "") -> None:
        self.found.append(Problem(code=code, message=message, at=at, hint=hint, help=advice))

    def fields_of(self, here: str, fields: Iterable[declared.Field]) -> tuple[ir.Field, ...]:
        """Return the fields that could be resolved; of two with one name, the first."""
        made: dict[str, ir.Field] = {}
        for field in fields:
            resolved = self.field(here, field)
            if resolved is not None:
                made.setdefault(resolved.name, resolved)
        return tuple(made.values())

    def field(self, here: str, field: declared.Field) -> ir.Field | None:
        """Return one field, still without its default and example."""
        type_, named = self._type(here, field)
        if type_ is None:
            return None
        base = named.constraints if named is not None else ir.Constraints()
        limits, problems = constraints_of(field.words, type_, base)
        self.found.extend(problems)
        name = names.snake(field.name.text)
        made = ir.Field(
            name=name,
            attr=names.attr(name),
            title=field.title or names.title(field.name.text),
            description=field.description,
            type=type_,
            named=named.name if named is not None else None,
            optional=field.type.optional or field.flag("optional"),
            # What the default is, is read later; that there is one, structs must know now.
            default=ir.Literally(value=None) if "default" in field.words else None,
            constraints=limits,
            key=field.flag("key"),
            display=field.flag("display"),
            unique=field.flag("unique"),
            index=field.flag("index"),
            readonly=field.flag("readonly"),
            private=field.flag("private"),
            inverse=_snake(_text(field, "inverse")),
            on_delete=cast("ir.OnDelete", _text(field, "on_delete") or "restrict"),
            was=_snake(field.was.text if field.was else None),
        )
        self.fields[id(field)] = made
        return made

    def _type(self, here: str, field: declared.Field) -> tuple[ir.Type | None, ir.NamedType | None]:
        """Return a field's type, and the named type that it was written with."""
        written = field.type
        named = None
        found: ir.Type | None
        if written.ref:
            found = self._ref(here, written)
        elif written.namespace is None and written.name.text in SCALARS:
            found = self._scalar(written)
        else:
            declared_ = self._declared(here, written)
            named = declared_ if isinstance(declared_, ir.NamedType) else None
            found = declared_.type if isinstance(declared_, ir.NamedType) else declared_
        if written.depth > 1 and isinstance(found, ir.Ref):
            self._say("SW112", "references make no lists of lists", written.at)
            return None, None
        for _ in range(written.depth if found is not None else 0):
            found = ir.ListOf(item=cast("ir.Type", found))
        return found, named

    def _scalar(self, written: declared.TypeText) -> ir.Scalar | None:
        kind = cast("ir.Kind", written.name.text)
        wanted = _ARGUMENTS.get(kind, ())
        given = written.arguments
        if len(wanted) != len(given or ()) or (given is not None and not wanted):
            right = f"write {_EXAMPLES[kind]}" if wanted else f"write {kind}"
            takes = ("no number", "one number", "two numbers")[len(wanted)]
            self._say("SW101", f"{kind} takes {takes} in parentheses", written.at, right)
            return None
        numbers: dict[str, int] = {}
        for word, leaf in zip(wanted, given or (), strict=True):
            low = 0 if word == "scale" else 1
            high = numbers["precision"] if word == "scale" else _LONGEST.get(kind, _MOST_DIGITS)
            value = leaf.value
            if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
                message = f"the {word} of {kind} is a whole number from {low} to {high}"
                self._say("SW102", message, leaf.at)
                return None
            numbers[word] = value
        return ir.Scalar(
            kind=kind,
            length=numbers.get("length"),
            precision=numbers.get("precision"),
            scale=numbers.get("scale"),
        )

    def _ref(self, here: str, written: declared.TypeText) -> ir.Ref | None:
        home, thing = self._look_up(here, written)
        if thing is None:
            return None
        if not isinstance(thing, declared.Object):
            hint = f"write {written.name.text} without ref"
            self._say("SW106", f"{quoted(written.name.text)} is not an object", written.name.at, hint)
            return None
        ref = ir.Ref(namespace=home, name=written.name.text, target=cast("ir.Object", None))
        self.refs.append(ref)
        return ref

    def _look_up(self, here: str, written: declared.TypeText) -> tuple[str, TypeLike | None]:
        """Return the declared thing that a type names, and its namespace."""
        name = written.name
        home = self.symbols.namespace(here, written.namespace)
        if not isinstance(home, str):
            if home is not None:
                self.found.append(home)
            return here, None
        if written.arguments is not None:
            self._say("SW101", f"{quoted(name.text)} takes nothing in parentheses", written.at)
            return home, None
        thing = self._known[home].get(name.text)
        if thing is None and name.text not in self.symbols.ontologies[home].broken:
            self._unknown(home, written)
        return home, thing

    def _unknown(self, home: str, written: declared.TypeText) -> None:
        name, known = written.name, self._known[home]
        if written.ref:
            objects = [key for key, thing in known.items() if isinstance(thing, declared.Object)]
            if name.text in SCALARS:
                self._say("SW106", f"{quoted(name.text)} is not an object", name.at, "leave ref out")
            else:
                self._say("SW107", f"unknown object {quoted(name.text)}", name.at, near(name.text, objects))
            return
        own = () if written.namespace else SCALARS
        self._say(
            "SW104", f"unknown type {quoted(name.text)}", name.at, near(name.text, (*own, *known)), TYPE_HELP
        )

    def _declared(self, here: str, written: declared.TypeText) -> ir.Enum | ir.Struct | ir.NamedType | None:
        home, thing = self._look_up(here, written)
        if thing is None:
            return None
        if isinstance(thing, declared.Object):
            message = f"{quoted(written.name.text)} is an object"
            self._say("SW105", message, written.name.at, f"write ref {written.name.text}")
            return None
        if isinstance(thing, declared.Enum):
            return self.enum(home, thing)
        if isinstance(thing, declared.Struct):
            return self.struct(home, thing, written.name.at)
        return self.named(home, thing)

    def enum(self, home: str, enum: declared.Enum) -> ir.Enum:
        """Return an enum."""
        key = (home, enum.name.text)
        if key not in self._enums:
            self._enums[key] = ir.Enum(
                namespace=home,
                name=enum.name.text,
                title=enum.title or names.title(enum.name.text),
                description=enum.description,
                values=values_of(enum.values),
            )
        return self._enums[key]

    def named(self, home: str, field: declared.Field) -> ir.NamedType | None:
        """Return a named type; it is a scalar, and no list."""
        key = (home, field.name.text)
        if key not in self._types:
            self._types[key] = self._new_named(home, field)
        return self._types[key]

    def _new_named(self, home: str, field: declared.Field) -> ir.NamedType | None:
        written = field.type
        if written.depth or written.optional:
            which = "no list" if written.depth else "not optional"
            message = f"a named type is {which}"
            self._say("SW109", message, written.at, advice="say so where the type is used")
            return None
        if written.ref or written.name.text not in SCALARS:
            message = "a named type is made from a scalar"
            self._say("SW110", message, written.at, near(written.name.text, SCALARS), TYPE_HELP)
            return None
        made = self.field(home, field)
        if made is None or not isinstance(made.type, ir.Scalar):
            return None
        return ir.NamedType(
            namespace=home,
            name=field.name.text,
            title=made.title,
            description=made.description,
            type=made.type,
            constraints=made.constraints,
        )

    def struct(self, home: str, struct: declared.Struct, at: Span | None = None) -> ir.Struct | None:
        """Return a struct; one that contains itself is a problem at the place that closes the ring."""
        key = (home, struct.name.text)
        if key in self._structs:
            if self._structs[key] is None and at is not None:
                self._say("SW111", f"struct {struct.name.text} contains itself", at)
            return self._structs[key]
        self._structs[key] = None
        made = ir.Struct(
            namespace=home,
            name=struct.name.text,
            title=struct.title or names.title(struct.name.text),
            description=struct.description,
            fields=self.fields_of(home, struct.fields),
        )
        self._structs[key] = made
        return made


def values_of(values: tuple[declared.Value, ...]) -> tuple[ir.EnumValue, ...]:
    """Return the values of an enum, or states."""
    return tuple(
        ir.EnumValue(
            name=value.name.text,
            wire=value.wire.text,
            title=value.title or names.title(value.name.text),
            description=value.description,
            was=value.was.text if value.was else None,
        )
        for value in values
    )


def _text(field: declared.Field, word: Literal["inverse", "on_delete"]) -> str | None:
    node = field.words[word].value if word in field.words else None
    return node.value if isinstance(node, Leaf) and isinstance(node.value, str) else None


def _snake(name: str | None) -> str | None:
    return names.snake(name) if name is not None else None
