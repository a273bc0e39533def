"""How the rows and the link tables of an object are written, for SQLAlchemy and for SQLModel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.names import pascal
from stackwright.rendering.layout import WIDTH, columns
from stackwright.rendering.lines import assigned, broken
from stackwright.rendering.once import once
from stackwright.rendering.python import py

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.rendering.views.relationships import Relationship
    from stackwright.rendering.views.tables import Column, ForeignKey, LinkTable, Table


def mapped(column: Column) -> str:
    """Return a column of SQLAlchemy's row."""
    arguments = [column.sql]
    if column.attr != column.name:
        arguments.insert(0, py(column.name))
    if column.counting is not None:
        arguments.append(f"autoincrement={column.counting}")
    if column.default is not None:
        arguments.append(f"server_default={column.default}")
    python = f"{column.python} | None" if column.nullable else column.python
    return assigned(column.attr, f"Mapped[{python}]", f"mapped_column({', '.join(arguments)})")


def modelled(column: Column, key: tuple[str, ...]) -> str:
    """Return a column of SQLModel's row."""
    empty = column.nullable or column.auto
    arguments = ["default=None"] if empty else []
    arguments.append(f"sa_type={column.sql}")
    if column.name in key:
        arguments.append("primary_key=True")
    more = [f'"name": {py(column.name)}'] if column.attr != column.name else []
    if column.given:
        more.append('"autoincrement": False')
    if column.default is not None:
        more.append(f'"server_default": {column.default}')
    if more:
        arguments.append(f"sa_column_kwargs={{{', '.join(more)}}}")
    python = f"{column.python} | None" if empty else column.python
    return assigned(column.attr, python, f"Field({', '.join(arguments)})")


def related(way: Relationship) -> str:
    """Return a relationship of SQLAlchemy's row."""
    optional = py(f"{way.to.alias} | None")
    return assigned(way.attr, f"Mapped[{_annotation(way, optional)}]", _relationship(way))


def related_model(way: Relationship, name: str) -> str:
    """Return a relationship of SQLModel's row, the one of the object `name`."""
    annotation = _annotation(way, f"Optional[{py(way.to.alias)}]")
    if way.to.path != way.to.name:
        # SQLModel would look for the class by its name in the annotation.
        return assigned(way.attr, annotation, f"Relationship(sa_relationship={_relationship(way)})")
    arguments = [] if way.back is None else [f"back_populates={py(way.back)}"]
    if way.passive is not None:
        arguments.append(f"passive_deletes={way.passive}")
    more = ['"lazy": "raise_on_sql"']
    if way.link is not None and way.forward:
        arguments.append(f"link_model={link_model(name, way.field)}")
    elif way.link is not None:
        more.append(f'"secondary": {py(way.link)}')
    more += [f'"{word}": {py(value)}' for word, value in _joins(way)]
    arguments.append(f"sa_relationship_kwargs={{{', '.join(more)}}}")
    return assigned(way.attr, annotation, f"Relationship({', '.join(arguments)})")


def link_model(name: str, field: str) -> str:
    """Return the class of SQLModel's link table."""
    return f"{name}{pascal(field)}Link"


def table_arguments(given: tuple[str, ...]) -> str:
    """Return the statement of a row's constraints and indexes; nothing where there are none."""
    if not given:
        return ""
    one = f"    __table_args__ = ({given[0].strip()})"
    if len(given) == 1 and columns(one) <= WIDTH:
        return one
    return "\n".join(["    __table_args__ = (", *given, "    )"])


@once
def arguments(table: Table) -> tuple[str, ...]:
    """Return the constraints and indexes of a table, as arguments; the first is the key."""
    return tuple(_arguments(table))


def _arguments(table: Table) -> Iterator[str]:
    key = ", ".join(py(name) for name in table.key)
    yield broken(f"        sa.PrimaryKeyConstraint({key}),", 8)
    for foreign in table.foreign:
        yield foreign_line(foreign, 8)
    for name, group in table.unique:
        yield broken(f"        sa.UniqueConstraint({', '.join(map(py, group))}, name={py(name)}),", 8)
    for name, column, wires in table.checks:
        yield broken(
            f"        sa.CheckConstraint(sa.column({py(column)}).in_({py(list(wires))}), name={py(name)}),", 8
        )
    for name, group in table.index:
        yield broken(f"        sa.Index({py(name)}, {', '.join(map(py, group))}),", 8)


def foreign_line(foreign: ForeignKey, indent: int) -> str:
    """Return a foreign key as an argument of its table."""
    targets = [f"{foreign.table}.{name}" for name in foreign.targets]
    options = f"name={py(foreign.name)}, ondelete={py(foreign.on_delete)}"
    options += ", use_alter=True" if foreign.late else ""
    arguments = f"{py(list(foreign.columns))}, {py(targets)}, {options}"
    return broken(f"{' ' * indent}sa.ForeignKeyConstraint({arguments}),", indent)


def link_name(link: LinkTable) -> str:
    """Return the constant of a link table."""
    return f"{link.field.upper()}_LINK"


def link_table(link: LinkTable) -> str:
    """Return a link table of SQLAlchemy's."""
    parts = [py(link.name), "Base.metadata"]
    parts += [f"sa.Column({py(c.name)}, {c.sql}, nullable=False)" for c in (*link.owner, *link.target)]
    key = ", ".join(py(c.name) for c in (*link.owner, *link.target))
    parts.append(f"sa.PrimaryKeyConstraint({key})")
    parts += [foreign_line(foreign, 0)[:-1] for foreign in link.foreign]
    parts.append(_link_index(link))
    return broken(f"{link_name(link)} = sa.Table({', '.join(map(_flat, parts))})", 0)


def _flat(part: str) -> str:
    return " ".join(part.split()).replace("( ", "(").replace(", )", ")").replace("[ ", "[")


def link_arguments(link: LinkTable) -> tuple[str, ...]:
    """Return the constraints and the index of a link table, as arguments."""
    return (
        *(foreign_line(foreign, 8) for foreign in link.foreign),
        broken(f"        {_link_index(link)},", 8),
    )


def _link_index(link: LinkTable) -> str:
    targets = ", ".join(py(column.name) for column in link.target)
    return f"sa.Index({py(names.shorten(f'ix_{link.name}_target'))}, {targets})"


def _relationship(way: Relationship) -> str:
    arguments = [] if way.to.path == way.to.name else [py(way.to.path)]
    if way.link is not None:
        arguments.append(f"secondary={py(way.link)}")
    arguments += [f"{word}={py(value)}" for word, value in _joins(way)]
    if way.back is not None:
        arguments.append(f"back_populates={py(way.back)}")
    arguments.append('lazy="raise_on_sql"')
    if way.passive is not None:
        arguments.append(f"passive_deletes={way.passive}")
    if not (way.many or way.forward):
        arguments.append("uselist=False")
    return f"relationship({', '.join(arguments)})"


def _joins(way: Relationship) -> Iterator[tuple[str, str]]:
    for word, held in (("foreign_keys", way.foreign), ("remote_side", way.remote)):
        if held:
            yield word, held[0] if len(held) == 1 else f"[{', '.join(held)}]"
    if way.joins is not None:
        yield from zip(("primaryjoin", "secondaryjoin"), way.joins, strict=True)


def _annotation(way: Relationship, optional: str) -> str:
    if way.many:
        return f"list[{py(way.to.alias)}]"
    return optional if way.optional else py(way.to.alias)
