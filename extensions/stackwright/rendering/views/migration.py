"""What the first migration prints: every table, in an order in which references find their targets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.rendering.lines import broken
from stackwright.rendering.python import py
from stackwright.rendering.views.rows import arguments, foreign_line
from stackwright.rendering.views.tables import Column, ForeignKey, LinkTable, Table, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackwright.rendering.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTable:
    """A table: its name and its lines, columns first."""

    name: str
    lines: tuple[str, ...]
    indexes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialView:
    """The first migration: `late` adds references to tables that come later, `early` takes them away."""

    tables: tuple[CreateTable, ...]
    late: tuple[str, ...]
    early: tuple[str, ...]


def initial_view(scope: Scope) -> InitialView:
    """Describe the first migration."""
    tables = tables_of(scope.model).values()
    late = [(table.name, foreign) for table in tables for foreign in table.foreign if foreign.late]
    created = [_created(table) for table in tables]
    created += [_linked(link) for table in tables for link in table.links]
    return InitialView(tables=tuple(created), late=tuple(_late(late)), early=tuple(_early(late)))


def _created(table: Table) -> CreateTable:
    lines = [_column(column) for column in table.columns]
    lines += [line for line in arguments(table) if "sa.Index(" not in line]
    indexes = tuple(_index(table.name, name, group) for name, group in table.index)
    return CreateTable(name=table.name, lines=tuple(lines), indexes=indexes)


def _linked(link: LinkTable) -> CreateTable:
    lines = [_column(column) for column in (*link.owner, *link.target)]
    key = ", ".join(py(column.name) for column in (*link.owner, *link.target))
    lines.append(broken(f"        sa.PrimaryKeyConstraint({key}),", 8))
    lines += [foreign_line(foreign, 8) for foreign in link.foreign]
    target = tuple(column.name for column in link.target)
    indexes = (_index(link.name, names.shorten(f"ix_{link.name}_target"), target),)
    return CreateTable(name=link.name, lines=tuple(lines), indexes=indexes)


def _column(column: Column) -> str:
    extra = "" if column.counting is None else f", autoincrement={column.counting}"
    if column.default is not None:
        extra += f", server_default={column.default}"
    return broken(
        f"        sa.Column({py(column.name)}, {plain(column.sql)}{extra}, nullable={column.nullable}),", 8
    )


def plain(sql: str) -> str:
    """Return a column's type without the classes of the model, which will change while migrations stay."""
    sql = re.sub(r"columns\.Choice\(\w+, (\d+)\)", r"columns.Text(\1)", sql)
    return "columns.Packed(object)" if sql.startswith("columns.Packed(") else sql


def _index(table: str, name: str, group: Iterable[str]) -> str:
    return broken(f"    op.create_index({py(name)}, {py(table)}, {py(list(group))})", 4)


def _late(late: Sequence[tuple[str, ForeignKey]]) -> Iterator[str]:
    for table, foreign in late:
        given = ", ".join(
            (
                py(foreign.name),
                py(table),
                py(foreign.table),
                py(list(foreign.columns)),
                py(list(foreign.targets)),
                f"ondelete={py(foreign.on_delete)}",
            )
        )
        yield broken(f"        op.create_foreign_key({given})", 8)


def _early(late: Sequence[tuple[str, ForeignKey]]) -> Iterator[str]:
    for table, foreign in late:
        given = f'{py(foreign.name)}, {py(table)}, type_="foreignkey"'
        yield broken(f"        op.drop_constraint({given})", 8)
