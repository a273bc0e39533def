# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What must be done until a database has the tables of the model, in an order that keeps its rows."""

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext

from . import types
from .changes import EACHES, FILLS, KINDS, NOWS, VALUES
from .fitting import converts, fits, respelled, spoken
from .operations import (
    Choices,
    CreateTableIndex,
    Relax,
    RenameColumn,
    RenameTable,
    Step,
)
from .reflecting import Reflection, default_of, plain, reflected
from .signatures import choices, differing, foreign_keys, named

Op = ops.MigrateOperation


@dataclass(slots=True)
class Revisions:
    """What changes a schema, and what takes away from it.

    `lost` names what the second removes, `told` what somebody should look at, and `refused` says why
    there can be no revision.
    """

    changes: list[Op] = field(default_factory=list)
    drops: list[Op] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """What is done to a table, by when.

    Before and after columns are renamed; when rows are right; and when all tables are, for foreign keys.
    """

    name: str
    early: list[Op] = field(default_factory=list)
    before: list[Op] = field(default_factory=list)
    first: list[Op] = field(default_factory=list)
    rows: list[Op] = field(default_factory=list)
    last: list[Op] = field(default_factory=list)
    keys: list[Op] = field(default_factory=list)
    drops: list[Op] = field(default_factory=list)


def compare(context: MigrationContext, wanted: sa.MetaData) -> Revisions:
    """Compare a database with the tables of the model."""
    connection = context.connection
    if connection is None:
        raise TypeError("without a connection there is nothing to compare")
    found = reflected(connection, wanted)
    return _Comparison(context, found, wanted, Revisions()).revisions()


@dataclass(slots=True)
class _Comparison:
    context: MigrationContext
    found: Reflection
    wanted: sa.MetaData
    made: Revisions

    def revisions(self) -> Revisions:
        """Return all that differs."""
        there, made = self.found.schema.tables, self.made
        wanted = [one for one in self.wanted.sorted_tables if one.name in there]
        retyped = {
            f"{one.name}.{column.name}"
            for one in wanted
            for column in one.columns
            if column.name in there[one.name].columns
            and self._is_retyped(there[one.name].columns[column.name], column)
        }
        tables = [self._table(there[one.name], one, retyped) for one in wanted]
        gone = [one for one in there.values() if one.name not in self.wanted.tables]
        made.changes += [
            RenameTable(now, old) for now, old in self.found.tables.items()
        ]
        for table in tables:
            if self.found.tables or self.found.columns or retyped:
                made.changes += _batch(table.name, table.early)
            else:
                table.first = [*table.early, *table.first]
        for one in gone:
            keys = foreign_keys(self.found.renaming.tables[one.name])
            made.changes += _batch(one.name, [_removed(key) for key in keys])
        for (name, now), old in self.found.columns.items():
            made.changes.append(RenameColumn(name, now, old))
        for now in self.found.tables:
            if now in KINDS:
                made.changes.append(_renamed("rename_kind", *KINDS[now]))
        self._create()
        for table in tables:
            made.changes += table.before
            if table.rows:
                made.changes += _batch(table.name, table.first)
                made.changes += [*table.rows, *_batch(table.name, table.last)]
            else:
                made.changes += _batch(table.name, [*table.first, *table.last])
        for table in tables:
            made.changes += _batch(table.name, table.keys)
            made.drops += table.drops
        for one in reversed(gone):
            self._drop(one)
        # What may stop the drops comes before any of them.
        made.drops.sort(key=lambda one: not isinstance(one, Step))
        return made

    def _table(self, before: sa.Table, after: sa.Table, retyped: set[str]) -> _Table:
        made = _Table(after.name)
        if {*before.primary_key.columns.keys()} != {*after.primary_key.columns.keys()}:
            self.made.refused.append(
                f"{after.name} has another key, and what refers to its rows cannot follow: "
                "make a new object, and move the rows"
            )
            return made
        away, come = differing(before, after, retyped)
        # On the way back they come behind the former names.
        held = named(self.found.renaming.tables[before.name])
        made.early += [_removed(held[str(one.name)]) for one in away]
        left = self._choices(before, after, made)
        for column in after.columns:
            if column.name in before.columns:
                lengths = [len(value) for value in left.get(column.name, ())]
                self._column(before.columns[column.name], column, lengths, made)
            else:
                self._new(column, made)
        self._end_choices(after, left, made)
        for one in come:
            is_key = isinstance(one, sa.ForeignKeyConstraint)
            (made.keys if is_key else made.last).append(_added(one))
        self._leave(before, after, made)
        return made

    def _new(self, column: sa.Column[Any], made: _Table) -> None:
        """Add a column; where it is required, rows get its default."""
        # The constraints of a column are not added with it.
        new = _bare(column, column.type)
        made.first.append(ops.AddColumnOp(made.name, new))
        if column.nullable:
            return
        step = self._filling(column)
        if step is None and column.server_default is None:
            self._refuse(column, "is new and required")
        elif _is_unique(column) and (made.name, column.name) not in EACHES:
            self.made.refused.append(
                f"{made.name}.{column.name} is new and unique, and one default cannot serve two rows: "
                "make it optional first"
            )
        elif step is not None and column.server_default is None:
            new.nullable = True
            made.rows.append(step)
            made.last.append(_altered(new, made.name, modify_nullable=False))

    def _column(
        self,
        before: sa.Column[Any],
        after: sa.Column[Any],
        lengths: list[int],
        made: _Table,
    ) -> None:
        """Change a column's type, its default, and whether it may be empty."""
        old, now = plain(self.context, before), _bare(after, after.type)
        changes: dict[str, Any] = {}
        if isinstance(after.type, types.Choice):
            # It must hold the values that are left, too, and as long as they are renamed, the old ones.
            least = max(after.type.length, *lengths, 0)
            known = getattr(before.type, "length", None) or least
            now.type = types.Text(max(least, known))
            if least > known:
                changes["modify_type"] = now.type
            elif least < known:
                short = _altered(now, made.name, modify_type=types.Text(least))
                made.last.append(short)
            if least > after.type.length:
                now = _bare(after, types.Text(least))
                short = _altered(
                    now, made.name, modify_type=types.Text(after.type.length)
                )
                made.drops += _batch(made.name, [short])
                now = _bare(after, types.Text(max(least, known)))
        elif self._is_retyped(before, after):
            changes["modify_type"] = after.type
            kinds = f"{spoken(old.type)} to {spoken(after.type)}"
            told = f"{made.name}.{after.name} changes from {kinds}"
            if not converts(old.type, after.type, self.context.dialect):
                self.made.refused.append(
                    f"{told}, and nothing converts that: "
                    "give it another name, move what rows hold, and drop the old one later"
                )
            elif not fits(old.type, after.type):
                self.made.told.append(
                    f"{told}: where a row does not fit, PostgreSQL and MariaDB stop, "
                    "and SQLite keeps what it can make of it"
                )
            if pair := respelled(old.type, after.type):
                place = f"{made.name!r}, {after.name!r}"
                ends = [types.written(one) for one in pair]
                forward, back = (
                    f"{place}, {one}, {other}" for one, other in (ends, ends[::-1])
                )
                is_long = pair[1].precision > types.EXACT_IN_SQLITE
                when = made.rows if is_long else made.before
                when.append(Step("respell", forward, back))
        else:
            old.type = after.type
        dialect = self.context.dialect
        if default_of(before, dialect) != default_of(after, dialect):
            changes["modify_server_default"] = after.server_default
        else:
            old.server_default = after.server_default
        if after.nullable and not before.nullable:
            changes["modify_nullable"] = True
        if changes:
            made.first.append(_altered(old, made.name, **changes))
        if before.nullable and not after.nullable:
            step = self._filling(after)
            if step is None:
                self._refuse(after, "becomes required")
                return
            made.rows.append(step)
            now.nullable = True
            made.last.append(_altered(now, made.name, modify_nullable=False))

    def _is_retyped(self, before: sa.Column[Any], after: sa.Column[Any]) -> bool:
        if isinstance(after.type, types.Choice):
            known = getattr(before.type, "length", None)
            return known is not None and known != after.type.length
        differs = self.context.impl.compare_type(before, after)
        return _differs(before, after) or bool(differs)

    def _choices(
        self, before: sa.Table, after: sa.Table, made: _Table
    ) -> dict[str, list[str]]:
        """Lift what must change, rename values; return those that are left, by their columns."""
        held, wanted = choices(before), choices(after)
        left: dict[str, list[str]] = {}
        for column, (name, values) in held.items():
            if wanted.get(column) != (name, values):
                former = self.found.columns.get((made.name, column), column)
                made.early.append(Choices(name, former, values, ends=True))
        for column, (_, values) in wanted.items():
            known = held[column][1] if column in held else values
            renamed = {
                former: now
                for now, former in VALUES.get((made.name, column), {}).items()
                if former in known and now not in known
            }
            for former, now in renamed.items():
                made.rows.append(
                    _renamed("rename_value", former, now, made.name, column)
                )
                if column == "state" and made.name in KINDS:
                    kind = KINDS[made.name][1]
                    made.rows.append(_renamed("rename_state", former, now, kind))
            remaining = [
                one for one in known if one not in values and one not in renamed
            ]
            if remaining:
                left[column] = remaining
        return left

    def _end_choices(
        self, after: sa.Table, left: dict[str, list[str]], made: _Table
    ) -> None:
        """Allow all texts that there are, and in the drops those of the model alone."""
        held = choices(self.found.schema.tables[made.name])
        for column, (name, values) in choices(after).items():
            between = Choices(name, column, [*values, *left.get(column, ())])
            if held.get(column) != (name, values):
                made.last.append(between)
            if column in left:
                self.made.lost += [
                    f"the value {value!r} of {made.name}.{column}"
                    for value in left[column]
                ]
                narrow: list[Op] = [between.reverse(), Choices(name, column, values)]
                arguments = f"{made.name!r}, {column!r}, {left[column]!r}"
                made.drops = [
                    Step("none_left", arguments),
                    *_batch(made.name, narrow),
                    *made.drops,
                ]

    def _leave(self, before: sa.Table, after: sa.Table, made: _Table) -> None:
        """Leave a column that the model has no more, but let new rows come without it."""
        drops: list[Op] = []
        for column in before.columns:
            if column.name in after.columns:
                continue
            old = plain(self.context, column)
            if not column.nullable:
                made.first.append(Relax(made.name, column.name, old.type))
            gone = _bare(old, old.type)
            gone.nullable = True
            drops.append(
                ops.DropColumnOp.from_column_and_tablename(None, made.name, gone)
            )
            self.made.lost.append(f"the column {made.name}.{column.name}")
        made.drops += _batch(made.name, drops)

    def _create(self) -> None:
        there = self.found.schema.tables
        new = [one for one in self.wanted.sorted_tables if one.name not in there]
        late: list[Op] = []
        for table in new:
            made = ops.CreateTableOp.from_table(table)
            waiting = [key for key in foreign_keys(table) if key.use_alter]
            late_ones = {id(key) for key in waiting}
            made.columns = [one for one in made.columns if id(one) not in late_ones]
            self.made.changes.append(made)
            indexes = sorted(table.indexes, key=lambda one: str(one.name))
            self.made.changes += [CreateTableIndex.from_index(one) for one in indexes]
            late += _batch(table.name, [_added(key) for key in waiting])
        self.made.changes += late

    def _drop(self, table: sa.Table) -> None:
        columns = [plain(self.context, column) for column in table.columns]
        held = [
            one
            for one in table.constraints
            if not isinstance(one, sa.ForeignKeyConstraint)
        ]
        held.sort(key=lambda one: str(one.name))
        bare = sa.Table(
            table.name, sa.MetaData(), *columns, *(one.copy() for one in held)
        )
        indexes: list[Op] = [ops.DropIndexOp.from_index(one) for one in table.indexes]
        self.made.drops += [*indexes, ops.DropTableOp.from_table(bare)]
        self.made.lost.append(f"the table {table.name}")

    def _filling(self, column: sa.Column[Any]) -> Step | None:
        """Return what gives the model's default to rows that have no value."""
        place = (column.table.name, column.name)
        written = f"{place[0]!r}, {place[1]!r}, {types.written(column.type)}"
        if place in NOWS:
            return Step("fill_now", written)
        if place in EACHES:
            return Step("fill_each", written)
        if place in FILLS:
            return Step("fill", f"{written}, {FILLS[place]!r}")
        return None

    def _refuse(self, column: sa.Column[Any], why: str) -> None:
        self.made.refused.append(
            f"{column.table.name}.{column.name} {why}, and nothing says what the rows that are there get: "
            "give it a default in the model, or make it optional first"
        )


def _batch(table: str, given: list[Op]) -> list[Op]:
    return [ops.ModifyTableOps(table, given)] if given else []


def _bare(column: sa.Column[Any], type_: Any) -> sa.Column[Any]:
    """Return a column without what belongs to its table: its key and its constraints."""
    default: Any = getattr(column.server_default, "arg", None)
    return sa.Column(
        column.name, type_, server_default=default, nullable=column.nullable
    )


def _altered(column: sa.Column[Any], table: str, **changes: Any) -> Op:
    return ops.AlterColumnOp(
        table,
        column.name,
        existing_type=column.type,
        existing_nullable=column.nullable,
        existing_server_default=column.server_default,
        **changes,
    )


def _is_unique(column: sa.Column[Any]) -> bool:
    return any(
        isinstance(one, sa.UniqueConstraint) and [*one.columns] == [column]
        for one in column.table.constraints
    )


def _removed(one: sa.Constraint | sa.Index) -> Op:
    if isinstance(one, sa.Index):
        return ops.DropIndexOp.from_index(one)
    return ops.DropConstraintOp.from_constraint(one)


def _added(one: sa.Constraint | sa.Index) -> Op:
    if isinstance(one, sa.Index):
        return ops.CreateIndexOp.from_index(one)
    return ops.AddConstraintOp.from_constraint(one)


def _renamed(function: str, former: str, now: str, *where: str) -> Step:
    """Return a step to another name, which can be taken back."""
    place = "".join(f"{one!r}, " for one in where)
    return Step(function, f"{place}{former!r}, {now!r}", f"{place}{now!r}, {former!r}")


def _differs(before: sa.Column[Any], after: sa.Column[Any]) -> bool:
    """Whether texts may have another length; Alembic takes one without a length for any other."""
    if not isinstance(after.type, types.Text) or not isinstance(
        before.type, sa.VARCHAR
    ):
        return False
    return before.type.length != after.type.length
