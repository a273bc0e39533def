"""What the Django models and the repository of an object print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import WIDTH, columns
from stackwright.rendering.lines import broken
from stackwright.rendering.migrations import target_of
from stackwright.rendering.modules import module_of
from stackwright.rendering.python import py
from stackwright.rendering.views import mapped, types
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.django_names import label, named, single
from stackwright.rendering.views.django_tables import ModelView, link_of, model_of, tuple_
from stackwright.rendering.views.imports import declared
from stackwright.rendering.views.project import contexts_view
from stackwright.rendering.views.repositories import MethodView, methods
from stackwright.rendering.views.shapes import summary
from stackwright.rendering.views.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Object
    from stackwright.rendering.scope import Scope
    from stackwright.rendering.views.project import ContextsView


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLines:
    """A model, line by line."""

    name: str
    table: str
    fields: tuple[str, ...]
    options: tuple[str, ...]
    constraints: str
    indexes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DjangoPersistence:
    """The models and the repository of an object."""

    names: Mapping[str, str]
    title: str
    about: str
    shown: str
    kind: str
    key_type: str
    model: ModelLines
    links: tuple[ModelLines, ...]
    fields: tuple[str, ...]
    read: str
    made: tuple[str, ...]
    methods: tuple[MethodView, ...]
    link_lines: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    merged: tuple[str, ...]
    auto_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppView:
    """The application of an ontology: its label, `app`, and the models of its objects with their imports."""

    app: str
    config: str
    models: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledView:
    """The applications of all ontologies, and where their migrations are."""

    apps: tuple[str, ...]
    migrations: tuple[tuple[str, str], ...]


def persistence_view(scope: Scope) -> DjangoPersistence:
    """Describe how an object is kept."""
    one = scope.object
    called = named(scope.model, one)
    table = table_of(one)
    links = tuple(link_of(scope.model, one, field) for field in one.fields if field.many)
    shapes = [f"{one.name}{pascal(move.name)}" for move in one.transitions if move.fields]
    display = next((field for field in one.fields if field.display), None)
    module = module_of(one)
    return DjangoPersistence(
        names={
            "contract": f"from ..contract import {module}{'' if module == 'contract' else ' as contract'}",
            "events": "from ..contract import events",
            **declared(one.fields, "..contract.types", one.namespace),
            **{name: f"from ..contract.{module} import {name}" for name in shapes},
            f"{one.name}Key": f"from ..contract.types import {one.name}Key",
        },
        title=phrase(one),
        about=summary(one),
        shown="pk" if display is None else called.columns[next(iter(names.columns(display)))[0]],
        kind=f"{one.namespace}.{one.name}",
        key_type=types.key_type(one),
        model=_lines(model_of(scope.model, one)),
        links=tuple(map(_lines, links)),
        fields=tuple(_kept_fields(scope, one)),
        read=mapped.read(one, f"contract.{one.name}"),
        made=tuple(mapped.made(one, f"contract.{one.name}")),
        methods=tuple(methods(scope, one)),
        link_lines=tuple(_links(scope, one)),
        attributes=tuple((field.attr, field.name) for field in one.fields if field.attr != field.name),
        merged=tuple(mapped.merged(one)),
        auto_key=next((column.name for column in table.columns if column.auto), None),
    )


def contexts(scope: Scope) -> ContextsView:
    """Describe the repositories of all ontologies."""
    return contexts_view(scope, "from django.db.models import Model")


def app_view(scope: Scope) -> AppView:
    """Describe the application of an ontology."""
    models: dict[str, str] = {}
    for one in scope.ontology.objects:
        made = [model_of(scope.model, one).name]
        made += [link_of(scope.model, one, field).name for field in one.fields if field.many]
        models |= {name: f"from .persistence.{module_of(one)} import {name}" for name in made}
    return AppView(
        app=label(scope.ontology.name),
        config=f"{pascal(scope.ontology.name)}Config",
        models=tuple(sorted(models)),
        names=models,
    )


def installed_view(scope: Scope) -> InstalledView:
    """Describe the applications of all ontologies."""
    generated = f"{scope.package}.generated"
    ontologies = [one.name for one in scope.model.ontologies]
    return InstalledView(
        apps=(f"{generated}.persistence", *(f"{generated}.{name}" for name in ontologies)),
        migrations=(
            ("service", f"{scope.package}.migrations.service"),
            *((label(name), f"{scope.package}.migrations.{name}") for name in ontologies),
        ),
    )


def _lines(view: ModelView) -> ModelLines:
    return ModelLines(
        name=view.name,
        table=view.table,
        fields=tuple(broken(f"    {field.name} = {field.text}", 4) for field in view.fields),
        options=tuple(broken(f"        {name} = {value}", 8) for name, value in view.options),
        constraints=_listed("constraints", [part.text for part in view.constraints]),
        indexes=_listed("indexes", [part.text for part in view.indexes]),
    )


def _listed(name: str, texts: list[str]) -> str:
    one = f"        {name} = ({', '.join(texts)},)"
    if len(texts) == 1 and columns(one) <= WIDTH:
        return one
    lines = (broken(f"            {text},", 12) for text in texts)
    return "\n".join([f"        {name} = (", *lines, "        )"]) if texts else ""


def _kept_fields(scope: Scope, one: Object) -> Iterator[str]:
    called = named(scope.model, one)
    for field in one.fields:
        if not field.many:
            held = tuple_(called.columns[name] for name, _ in names.columns(field))
            yield broken(f"            {py(field.name)}: {held},", 12)
    own = ["state"] if one.states else []
    for name in (*own, "row_version", *(("created_at", "updated_at") if one.timestamps else ())):
        yield f'            "{name}": ("{name}",),'


def _links(scope: Scope, one: Object) -> Iterator[str]:
    called = named(scope.model, one)
    for link in table_of(one).links:
        mine = called.links[link.field]
        parts = [mine.model, tuple_(mine.columns[c.name] for c in link.owner)]
        parts.append(tuple_(mine.columns[c.name] for c in link.target))
        target = target_of(one.field(link.field))
        if not single(target):
            parts.append(f"{types.key_type(target)}.from_parts")
        yield broken(f"            {py(link.field)}: Link({', '.join(parts)}),", 12)
