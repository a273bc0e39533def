"""What the rows and the repository of an object print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import WIDTH, import_block
from stackwright.rendering.lines import broken
from stackwright.rendering.modules import module_of
from stackwright.rendering.python import py
from stackwright.rendering.views import mapped, rows, types
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.imports import declared
from stackwright.rendering.views.relationships import relationships, rows_of
from stackwright.rendering.views.repositories import MethodView, methods
from stackwright.rendering.views.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Object
    from stackwright.rendering.scope import Scope
    from stackwright.rendering.views.relationships import Relationship
    from stackwright.rendering.views.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkModel:
    """A link table as a class."""

    name: str
    table: str
    arguments: str
    lines: tuple[str, ...]
    constant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersistenceView:
    """The row, the link tables and the repository of an object.

    What an ORM writes in its own way is made when its body asks for it.
    """

    name: str
    names: Mapping[str, str]
    typing: str
    title: str
    kind: str
    key_type: str
    table: Table
    ways: tuple[Relationship, ...]
    fields: tuple[str, ...]
    read: str
    made: tuple[str, ...]
    methods: tuple[MethodView, ...]
    link_lines: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    merged: tuple[str, ...]
    auto_key: str | None

    @property
    def arguments(self) -> str:
        """The constraints and indexes of the table, the key among them."""
        return rows.table_arguments(rows.arguments(self.table))

    @property
    def columns(self) -> list[str]:
        """The columns of a row that is mapped."""
        return [rows.mapped(column) for column in self.table.columns]

    @property
    def related(self) -> list[str]:
        """The relationships of a row that is mapped."""
        return [rows.related(way) for way in self.ways]

    @property
    def links(self) -> list[str]:
        """The link tables, as tables."""
        return [rows.link_table(link) for link in self.table.links]

    @property
    def other_arguments(self) -> str:
        """The constraints and indexes of a table whose columns say that they are the key."""
        given = rows.arguments(self.table)
        return rows.table_arguments(given[1:] if self._in_order else given)

    @property
    def model_columns(self) -> list[str]:
        """The columns of a row that is a model."""
        key = self.table.key if self._in_order else ()
        return [rows.modelled(column, key) for column in self.table.columns]

    @property
    def model_related(self) -> list[str]:
        """The relationships of a row that is a model."""
        return [rows.related_model(way, self.name) for way in self.ways]

    @property
    def link_models(self) -> list[LinkModel]:
        """The link tables, as classes."""
        return [
            LinkModel(
                name=rows.link_model(self.name, link.field),
                table=link.name,
                arguments=rows.table_arguments(rows.link_arguments(link)),
                lines=tuple(
                    rows.modelled(column, tuple(one.name for one in (*link.owner, *link.target)))
                    for column in (*link.owner, *link.target)
                ),
                constant=rows.link_name(link),
            )
            for link in self.table.links
        ]

    @property
    def _in_order(self) -> bool:
        """Whether the key has its columns in the order of the table."""
        key = self.table.key
        return key == tuple(column.name for column in self.table.columns if column.name in key)


def persistence_view(scope: Scope) -> PersistenceView:
    """Describe how an object is kept."""
    one = scope.object
    table, ways = tables_of(scope.model)[one.table], relationships(scope.model)[one.table]
    contract = [one.name, f"{one.name}Create", f"{one.name}Patch", "KEY", "QUERYABLE"]
    contract += [f"{one.name}State", "TRANSITIONS"] if one.states else []
    contract += [f"{one.name}{pascal(move.name)}" for move in one.transitions if move.fields]
    known = {name: f"from ..contract.{module_of(one)} import {name}" for name in contract}
    if len(one.key) > 1:
        known[f"{one.name}Key"] = f"from ..contract.types import {one.name}Key"
    return PersistenceView(
        name=one.name,
        names={**declared(one.fields, "..contract.types", one.namespace), **known},
        typing=_typing(ways, one, rows_of(scope.model)[one.table].module, scope.package),
        title=phrase(one),
        kind=f"{one.namespace}.{one.name}",
        key_type=types.key_type(one),
        table=table,
        ways=ways,
        fields=tuple(_kept_fields(one)),
        read=mapped.read(one, one.name),
        made=tuple(mapped.made(one, one.name)),
        methods=tuple(methods(scope, one)),
        link_lines=tuple(_link_lines(table)),
        attributes=tuple((field.attr, field.name) for field in one.fields if field.attr != field.name),
        merged=tuple(mapped.merged(one)),
        auto_key=next((column.name for column in table.columns if column.auto), None),
    )


def _typing(ways: tuple[Relationship, ...], one: Object, module: str, package: str) -> str:
    """Return the imports of other rows, which only a type checker makes: they may go in circles."""
    others = {
        way.to.imported(one.namespace)
        for way in ways
        if (way.to.namespace, way.to.module) != (one.namespace, module)
    }
    block = import_block(sorted(others), package, WIDTH - 4)
    return "\n".join(f"    {line}" if line else "" for line in block.split("\n")) if block else ""


def _link_lines(table: Table) -> Iterator[str]:
    for link in table.links:
        name = rows.link_name(link)
        owner = "".join(f"{name}.c.{c.name}, " for c in link.owner).strip()
        target = "".join(f"{name}.c.{c.name}, " for c in link.target).strip()
        owner = owner if len(link.owner) == 1 else owner[:-1]
        target = target if len(link.target) == 1 else target[:-1]
        read = f", {link.read}" if link.read else ""
        yield broken(f"            {py(link.field)}: Link({name}, ({owner}), ({target}){read}),", 12)


def _kept_fields(one: Object) -> Iterator[str]:
    for field in one.fields:
        if not field.many:
            held = tuple(name for name, _ in names.columns(field))
            yield broken(f"            {py(field.name)}: {py(held)},", 12)
    if one.states:
        yield '            "state": ("state",),'
    yield '            "row_version": ("row_version",),'
    if one.timestamps:
        yield '            "created_at": ("created_at",),'
        yield '            "updated_at": ("updated_at",),'
