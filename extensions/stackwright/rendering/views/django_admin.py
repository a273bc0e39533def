"""What Django's admin shows of each object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Enum, Ref, Scalar
from stackwright.rendering.lines import broken
from stackwright.rendering.modules import module_of
from stackwright.rendering.python import py
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.django_names import named, single

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackwright.ontology.ir import Field, Model, Object
    from stackwright.rendering.scope import Scope

_COLUMNS = 7
_FILTERS = 5
# What a column of a list has no room for.
_LONG = {"text", "json", "bytes"}
_FILTERED = {"bool", "date", "datetime"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Administered:
    """An object as the admin shows it: the model, and what is said of it, a line each."""

    model: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminView:
    """The objects of an ontology that Django's admin can show, and the models of those that it cannot."""

    names: Mapping[str, str]
    shown: tuple[Administered, ...]
    hidden: tuple[str, ...]


def admin_view(scope: Scope) -> AdminView:
    """Describe the admin of an ontology."""
    names: dict[str, str] = {}
    shown, hidden = [], []
    for one in scope.ontology.objects:
        model = named(scope.model, one).model
        if not single(one):
            hidden.append(model)
            continue
        names[model] = f"from .models import {model}"
        lines = tuple(broken(f"    {line}", 4) for line in _lines(scope.model, one, names))
        shown.append(Administered(model=model, title=phrase(one), lines=lines))
    return AdminView(names=names, shown=tuple(shown), hidden=tuple(hidden))


def _lines(model: Model, one: Object, names: dict[str, str]) -> Iterator[str]:
    fields = named(model, one).fields
    if "create" in one.writes:
        module = f"{one.namespace}_{module_of(one)}"
        names[module] = f"from .contract import {module_of(one)} as {module}"
        yield f"shape = {module}.{one.name}Create"
    renamed = {field.attr: fields[field.name] for field in one.fields if field.attr != fields[field.name]}
    if renamed:
        pairs = ", ".join(f"{py(attr)}: {py(name)}" for attr, name in renamed.items())
        yield f"renamed: ClassVar[Mapping[str, str]] = {{{pairs}}}"
    yield f"writes = {_list(one.writes)}"
    yield f"key = {_list(fields[name] for name in one.key)}"
    yield f"list_display = {_list(_columns(one, fields))}"
    rules = {
        "list_filter": [fields[field.name] for field in one.fields if _is_filter(field)][:_FILTERS],
        "search_fields": [fields[field.name] for field in one.fields if _is_searched(field)],
        "list_select_related": [fields[field.name] for field in one.fields if _is_reference(field)],
        "autocomplete_fields": [
            fields[field.name] for field in one.fields if _is_reference(field) and _is_found(field)
        ],
        "raw_id_fields": [
            fields[field.name] for field in one.fields if _is_reference(field) and not _is_found(field)
        ],
        "readonly_fields": [
            *(fields[field.name] for field in one.fields if field.readonly and not field.many),
            *_standard(one),
        ],
        "private_fields": [fields[field.name] for field in one.fields if field.private],
    }
    if one.states:
        rules["list_filter"].insert(0, "state")
    for name, chosen in rules.items():
        if chosen:
            yield f"{name} = {_list(chosen)}"


def _columns(one: Object, fields: Mapping[str, str]) -> list[str]:
    """Choose the columns of the list: the key, what it is shown by, then what there is room for."""
    told = [field for field in one.fields if _is_column(field)]
    told.sort(key=lambda field: (not field.key, not field.display))
    own = ["state"] if one.states else []
    return [fields[field.name] for field in told][: _COLUMNS - len(own)] + own


def _standard(one: Object) -> list[str]:
    state = ["state"] if one.states else []
    return [*state, "row_version", *(["created_at", "updated_at"] if one.timestamps else [])]


def _is_column(field: Field) -> bool:
    scalar = isinstance(field.type, Scalar) and field.type.kind not in _LONG
    return not field.private and (scalar or isinstance(field.type, Enum) or _is_reference(field))


def _is_filter(field: Field) -> bool:
    if field.private:
        return False
    return isinstance(field.type, Enum) or (isinstance(field.type, Scalar) and field.type.kind in _FILTERED)


def _is_searched(field: Field) -> bool:
    return not field.private and isinstance(field.type, Scalar) and field.type.kind == "string"


def _is_reference(field: Field) -> bool:
    return isinstance(field.type, Ref) and single(field.type.target)


def _is_found(field: Field) -> bool:
    """Whether the admin can look for what the field refers to by a text."""
    return isinstance(field.type, Ref) and any(map(_is_searched, field.type.target.fields))


def _list(items: Iterable[str]) -> str:
    # Lists, so that a list of another length may take their place.
    return f"[{', '.join(map(py, items))}]"
