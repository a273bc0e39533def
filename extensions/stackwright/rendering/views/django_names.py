"""What tables, columns and references are called as Django models, whose names Django restricts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Ref
from stackwright.ontology.names import pascal
from stackwright.ontology.reserved import PYTHON
from stackwright.rendering.migrations import target_of
from stackwright.rendering.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Model, Object


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Attributes of every model, words that `**` arguments cannot have, and what the body of a model speaks of.
RESERVED = (
    PYTHON
    | _words(
        "adelete arefresh_from_db asave check clean clean_fields date_error_message delete from_db "
        "full_clean get_constraints get_deferred_fields objects pk prepare_database_save refresh_from_db "
        "save save_base serializable_value unique_error_message validate_constraints validate_unique"
    )
    | _words(
        "self contract columns models events identifiers pydantic values dt bool bytes float int list str"
    )
)
# Labels of Django's own apps that an ontology may be called, too.
_APPS = _words("admindocs flatpages gis humanize postgres redirects site sites sitemaps syndication")
# What the module of a model has by other names; a model of such a name is called like its table's row.
HIDING = _words(
    "Any Annotated ClassVar Decimal IfMatch Kept Link Mapping Meta Repository Sequence TypeAdapter UUID"
)
STANDARD = ("state", "row_version", "created_at", "updated_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The names of one table: its model, its fields, and the field and the attribute of each column."""

    model: str
    label: str
    fields: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    inverses: dict[tuple[str, str, str], str] = field(default_factory=dict)
    links: dict[str, Named] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The model as references name it."""
        return f"{self.label}.{self.model}"


def label(ontology: str) -> str:
    """Return the label of an ontology's app."""
    return f"{ontology}_app" if ontology in _APPS else ontology


def named(model: Model, one: Object) -> Named:
    """Return the names of an object."""
    return _all(model)[one.namespace, one.name]


def single(one: Object) -> bool:
    """Whether one column is the key of an object, so that Django's own references can name it."""
    return len(names.key_columns(one)) == 1


@once
def _all(model: Model) -> dict[tuple[str, str], Named]:
    made: dict[tuple[str, str], Named] = {}
    taken: dict[tuple[str, str], set[str]] = {}
    for ontology in model.ontologies:
        models = {one.name.lower() for one in ontology.objects}
        for one in ontology.objects:
            at = (ontology.name, one.name)
            called = f"{one.name}Row" if one.name in HIDING else one.name
            made[at] = Named(model=called, label=label(ontology.name))
            taken[at] = set(STANDARD)
            for known in (made[at].columns, made[at].holders):
                known.update({name: name for name in STANDARD})
            _own(one, made[at], taken[at])
            for many in (reference for reference in one.fields if reference.many):
                link = Named(model=_class(f"{one.name}{pascal(many.name)}Link", models), label=made[at].label)
                made[at].links[many.name] = link
                ends: set[str] = set()
                _reference("owner", [f"owner_{column}" for column in names.key_columns(one)], link, ends)
                _reference(
                    "target",
                    [f"target_{column}" for column in names.key_columns(target_of(many))],
                    link,
                    ends,
                )
    for one in model.objects():
        for reference in one.fields:
            if reference.inverse is not None:
                target = target_of(reference)
                at = (target.namespace, target.name)
                name = _free(reference.inverse, taken[at])
                made[at].inverses[one.namespace, one.name, reference.name] = name
    return made


def _own(one: Object, called: Named, taken: set[str]) -> None:
    for field_ in one.fields:
        held = [column for column, _ in names.columns(field_)]
        if isinstance(field_.type, Ref):
            _reference(field_.name, held, called, taken)
            continue
        name = called.fields[field_.name] = _free(field_.name, taken)
        for known in (called.columns, called.holders):
            known.update(dict.fromkeys(held, name))


def _reference(field_: str, held: list[str], called: Named, taken: set[str]) -> None:
    if len(held) == 1:
        # Django keeps the key of what is referred to beside the reference.
        name = _free(field_, taken, "_id")
        called.columns[held[0]] = f"{name}_id"
        called.holders[held[0]] = name
    else:
        name = _free(field_, taken)
        parts = {column: _free(column, taken) for column in held}
        called.columns.update(parts)
        called.holders.update(parts)
    called.fields[field_] = name


def _free(name: str, taken: set[str], ending: str = "") -> str:
    """Return the first name that Django allows and nobody has, and take it; with its ending, too."""
    for candidate in _candidates(name):
        both = {candidate, candidate + ending}
        if candidate not in RESERVED and not both & taken:
            taken |= both
            return candidate
    raise AssertionError("there are more numbers than names")


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield f"{name}_field"
    number = 2
    while True:
        yield f"{name}_field{number}"
        number += 1


def _class(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found.lower() in taken:
        found, number = f"{name}{number}", number + 1
    taken.add(found.lower())
    return found
