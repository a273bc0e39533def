"""The model as a page for whoever reads it rather than writes it: `docs/model.md`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackwright.diagrams import diagrams, mermaid
from stackwright.diagrams.entities import ALL, field_type
from stackwright.ontology.ir import ListOf, Literally, Made, Scalar
from stackwright.ontology.names import title
from stackwright.rendering.filters import json_, md

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackwright.diagrams.graph import Diagram
    from stackwright.ontology.ir import Enum, EnumValue, Field, Object, Ontology, Struct, Type
    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope

_UNITS = {"datetime": "UTC", "duration": "ISO 8601", "bytes": "base64"}
_LISTS = re.compile(r"^(\d*)([-+=.)])")
_HEAD = """\
Generated from `ontology/`. Edits are lost; change the model.

`PK` marks what is part of the key, `FK` a reference, `UK` what no two objects share; `?` is optional,
`[]` a list.
"""


def model_page(scope: Scope, made: Mapping[str, File]) -> str:
    """Show the diagrams of the model, and tell every field in a table."""
    del made
    drawn = diagrams(scope.model)
    parts = [f"# {md(scope.project.answers.project_name)}: the model", _HEAD.rstrip()]
    if ALL in drawn:
        parts += ["## All objects", _fenced(drawn[ALL])]
    for ontology in scope.model.ontologies:
        parts += _ontology(ontology, drawn)
    return "\n\n".join(parts) + "\n"


def _ontology(ontology: Ontology, drawn: Mapping[str, Diagram]) -> Iterator[str]:
    yield f"## {md(ontology.title)}"
    yield from _said(ontology.description)
    if ontology.objects:
        yield _fenced(drawn[ontology.name])
    for thing in ontology.objects:
        yield from _fields(thing, thing.key)
        if thing.states:
            yield _fenced(drawn[f"{thing.namespace}.{thing.name}"])
            yield _values("State", thing.states)
    for struct in ontology.structs:
        yield from _fields(struct, ())
    for enum in ontology.enums:
        yield from _heading(enum)
        yield _values("Value", enum.values)


def _heading(declared: Object | Struct | Enum) -> Iterator[str]:
    yield f"### {md(declared.name)}"
    yield from _said(_meaning(declared.name, declared.title, declared.description))


def _fields(owner: Object | Struct, key: Sequence[str]) -> Iterator[str]:
    yield from _heading(owner)
    rows = [
        (
            md(field.name),
            md(field_type(field, owner.namespace) + "?" * field.optional),
            md(", ".join(_limits(field, key))),
            md(_meaning(field.name, field.title, field.description)),
        )
        for field in owner.fields
    ]
    yield _table(("Field", "Type", "Limits and unit", "Meaning"), rows)


def _values(kind: str, values: Sequence[EnumValue]) -> str:
    rows = [(md(one.wire), md(_meaning(one.name, one.title, one.description))) for one in values]
    return _table((kind, "Meaning"), rows)


def _limits(field: Field, key: Sequence[str]) -> Iterator[str]:
    limits = field.constraints
    yield from ["key"] * (field.name in key)
    yield from ["unique"] * field.unique
    yield from ["read-only"] * field.readonly
    yield from ["private"] * field.private
    signs = {">=": limits.min, ">": limits.above, "<=": limits.max, "<": limits.below}
    yield from (f"{sign} {bound}" for sign, bound in signs.items() if bound is not None)
    counts = {"min_length": limits.min_length, "min_items": limits.min_items, "max_items": limits.max_items}
    yield from (f"{name} {count}" for name, count in counts.items() if count is not None)
    yield from [] if limits.pattern is None else [f"pattern /{limits.pattern}/"]
    match field.default:
        case Literally(value=value):
            yield f"= {value if isinstance(value, str) else json_(value)}"
        case Made(how=how):
            yield f"= {how}"
    scalar = _innermost(field.type)
    if isinstance(scalar, Scalar) and scalar.kind in _UNITS:
        yield _UNITS[scalar.kind]


def _innermost(type_: Type) -> Type:
    while isinstance(type_, ListOf):
        type_ = type_.item
    return type_


def _meaning(name: str, said: str, description: str | None) -> str:
    """Return the title where its author gave one, and the description."""
    return ": ".join([*([said] if said != title(name) else []), *([description] if description else [])])


def _said(text: str | None) -> list[str]:
    """Return a paragraph, which is not to become a list or a rule."""
    return [_LISTS.sub(r"\1\\\2", md(text))] if text and md(text) else []


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _fenced(diagram: Diagram) -> str:
    return f"```mermaid\n{mermaid(diagram)}```"
