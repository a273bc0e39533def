"""Defaults and examples of fields: what is written, what a named type gives, and what a uuid key gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from stackwright.ontology import ir
from stackwright.ontology.constraints import innermost
from stackwright.ontology.literals import LiteralError, literal
from stackwright.ontology.problems import Problem
from stackwright.ontology.tree import Leaf, Node

if TYPE_CHECKING:
    from stackwright.ontology import declared

MADE: dict[str, frozenset[str]] = {
    "now": frozenset(("date", "time", "datetime")),
    "uuid": frozenset(("uuid",)),
    "auto": frozenset(("short", "int", "long")),
}
_TEXTS = frozenset(("string", "text", "bytes", "json"))


def default_of(
    written: declared.Field, field: ir.Field, found: list[Problem], *, sole_key: bool
) -> ir.Literally | ir.Made | None:
    """Return a field's default; a uuid that is the whole key is made unless the caller gives one."""
    kind = field.type.kind if isinstance(field.type, ir.Scalar) else ""
    given = written.words.get("default")
    if given is None:
        return ir.Made(how="uuid") if sole_key and kind == "uuid" and written.owner == "object" else None
    if isinstance(innermost(field.type), ir.Ref):
        found.append(Problem(code="SW135", message="a reference has no default", at=given.at))
        return None
    node = given.value
    if isinstance(node, Leaf) and node.value is None and kind != "json" and node.bare not in ("~", ""):
        advice = "an optional field is null by itself"
        found.append(Problem(code="SW137", message="null is no default", at=node.at, help=advice))
        return None
    word = node.value if isinstance(node, Leaf) else None
    if isinstance(word, str) and word in MADE and kind not in _TEXTS and not isinstance(field.type, ir.Enum):
        return _made(word, kind, node, found, sole_key=sole_key)
    return _literal(field, node, found, "default")


def _made(word: str, kind: str, node: Node, found: list[Problem], *, sole_key: bool) -> ir.Made | None:
    if kind not in MADE[word]:
        kinds = ", ".join(sorted(MADE[word]))
        found.append(
            Problem(
                code="SW134",
                message=f"{word} does not make such a value",
                at=node.at,
                help=f"{word} is for {kinds}",
            )
        )
        return None
    if word == "auto" and not sole_key:
        message = "auto is for a field that is the whole key of its object"
        found.append(Problem(code="SW136", message=message, at=node.at))
        return None
    return ir.Made(how=cast("Literal['now', 'uuid', 'auto']", word))


def example_of(
    written: declared.Field, field: ir.Field, found: list[Problem], inherited: ir.Literally | None
) -> ir.Literally | None:
    """Return a field's example; without one of its own, that of its named type."""
    given = written.words.get("example")
    if given is not None:
        return _literal(field, given.value, found, "example")
    return inherited if isinstance(field.type, ir.Scalar) else None


def _literal(field: ir.Field, node: Node, found: list[Problem], word: str) -> ir.Literally | None:
    try:
        return ir.Literally(value=literal(node, field.type, field.constraints))
    except LiteralError as error:
        codes = {"default": ("SW130", "SW131"), "example": ("SW132", "SW133")}[word]
        what = "breaks its own constraint" if error.breaks else "does not fit"
        message = f"the {word} of {field.name} {what}: {error}"
        found.append(Problem(code=codes[error.breaks], message=message, at=node.at, hint=error.hint))
        return None
