# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What goes by another name now: the operations that rename it, and the state behind them."""

from collections import defaultdict
from typing import Any

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from . import former
from . import operations as ours
from . import types as columns
from .states import (
    LABELS,
    alike,
    altered_columns,
    column_of,
    columns_of,
    dropped_fields,
    fields_of,
    moved_columns,
    narrowed,
    pairs,
    parts_of,
    said,
    values_of,
)


class Renaming:
    """The step from a state to one in which everything that stays has the names of another state.

    Constraints and indexes that the other does not have are gone, but for those of what will be dropped.
    """

    def __init__(self, before: ProjectState, after: ProjectState) -> None:
        self.state = before.clone()
        self.operations: dict[str, list[Operation]] = defaultdict(list)
        self.values: dict[tuple[str, str, str], list[str]] = {}
        self._after = after
        every = list(pairs(before, after))
        moved = [(old, new, moved_columns(old, new)) for old, new in every]
        values = [self._values(old, new, names) for old, new, names in moved]
        self._free_gone(before, moved)
        for is_foreign in (True, False):
            for (old, new, names), known in zip(moved, values, strict=True):
                self._free(old, new, names, bool(known), is_foreign=is_foreign)
        keyed = [(old, new) for old, new, names in moved if _is_keyed(old, new, names)]
        for old, _ in keyed:
            self._do(old.app_label, ours.RenameKey(old.name_lower, back=True))
        for old, new, names in moved:
            self._rename(old, new, names)
        for _, new, _ in moved:
            self._rename_more(new)
        for _, new in keyed:
            self._do(new.app_label, ours.RenameKey(new.name_lower))
        for (old, new, _), known in zip(moved, values, strict=True):
            self._write(old, new, known)

    def _do(self, label: str, operation: Operation) -> None:
        operation.state_forwards(label, self.state)
        self.operations[label].append(operation)

    def _values(
        self, old: ModelState, new: ModelState, names: dict[str, str]
    ) -> dict[str, dict[str, str]]:
        """Return the values that have other names now, by the fields of the new model."""
        known, table = columns_of(old), new.options["db_table"]
        before = {now: column for column, now in names.items()}
        found: dict[str, dict[str, str]] = {}
        for column, field in columns_of(new).items():
            there = values_of(new, field)
            here = values_of(old, known.get(before.get(column, column), ""))
            if here is None or there is None:
                continue
            was = former.VALUES.get(table, {}).get(column, {})
            renamed = {
                one: now
                for now, one in was.items()
                if one in here[1] and now not in here[1]
            }
            found |= {field: renamed} if renamed else {}
            here_now = [renamed.get(value, value) for value in here[1]]
            self.values[new.app_label, new.name_lower, field] = here_now
        return found

    def _free_gone(
        self,
        before: ProjectState,
        moved: list[tuple[ModelState, ModelState, dict[str, str]]],
    ) -> None:
        """Remove the foreign keys of tables that go to those that get other names."""
        kept = {(old.app_label, old.name_lower) for old, _, _ in moved}
        tables = {
            old.options["db_table"]
            for old, new, names in moved
            if names or old.options["db_table"] != new.options["db_table"]
        }
        for (label, name), model in before.models.items():
            if label not in LABELS or (label, name) in kept:
                continue
            for part in parts_of(model):
                is_foreign = isinstance(part, columns.ForeignKeyConstraint)
                if is_foreign and part.table in tables:
                    self._do(label, migrations.RemoveConstraint(name, part.name))

    def _free(
        self,
        old: ModelState,
        new: ModelState,
        names: dict[str, str],
        has_values: bool,
        *,
        is_foreign: bool,
    ) -> None:
        """Remove the foreign keys, or else the other constraints and the indexes, that are in the way."""
        altered = altered_columns(old, new, names)
        kept = {said(part) for part in parts_of(new)}
        dropped = dropped_fields(old, new, names)
        for part in parts_of(old):
            if isinstance(part, columns.ForeignKeyConstraint) != is_foreign:
                continue
            is_same = said(part) in kept
            if is_foreign and is_same:
                is_same = not self._is_touched(part, old, altered, kept)
            elif (not is_same and not names and fields_of(part, old) & dropped) or (
                not is_same and not (names or has_values) and narrowed(part, new)
            ):
                continue
            if not is_same:
                kind = "Index" if isinstance(part, models.Index) else "Constraint"
                operation = getattr(migrations, f"Remove{kind}")
                self._do(old.app_label, operation(old.name_lower, part.name))

    def _is_touched(
        self, part: Any, old: ModelState, altered: set[str], kept: set[str]
    ) -> bool:
        """Whether a foreign key speaks of columns that change, or stands on an index that goes."""
        if altered & set(part.columns) or self._loses_index(part, old, kept):
            return True
        for target, new in pairs(self.state, self._after):
            if target.options["db_table"] == part.table:
                changed = altered_columns(target, new, moved_columns(target, new))
                return bool(changed & set(part.targets))
        return False

    def _loses_index(self, foreign: Any, old: ModelState, kept: set[str]) -> bool:
        """Whether an index goes that MariaDB and MySQL may need for a foreign key."""
        held = {field: column for column, field in columns_of(old).items()}
        for part in parts_of(old):
            if (
                isinstance(part, models.Index | models.UniqueConstraint)
                and said(part) not in kept
            ):
                first = tuple(held.get(name, name) for name in part.fields)
                if first[: len(foreign.columns)] == foreign.columns:
                    return True
        return False

    def _rename(self, old: ModelState, new: ModelState, names: dict[str, str]) -> None:
        label = old.app_label
        if old.name_lower != new.name_lower:
            self._do(label, migrations.RenameModel(old.name, new.name))
        table = new.options["db_table"]
        if old.options["db_table"] != table:
            self._do(label, migrations.AlterModelTable(new.name_lower, table))
        holders, those = columns_of(old), columns_of(new)
        for column, now in names.items():
            self._field(new, holders[column], those[now])
            self._column(new, those[now], now)

    def _rename_more(self, new: ModelState) -> None:
        """Rename what has no column: references through tables, and those of several columns."""
        here = self.state.models[new.app_label, new.name_lower].fields
        for name, field in new.fields.items():
            if name in here or column_of(name, field) is not None:
                continue
            same = (
                one
                for one, other in here.items()
                if one not in new.fields and alike(other, field)
            )
            if found := next(same, None):
                self._field(new, found, name)

    def _field(self, new: ModelState, before: str, after: str) -> None:
        if before != after:
            self._do(new.app_label, ours.RenameField(new.name_lower, before, after))

    def _column(self, new: ModelState, name: str, column: str) -> None:
        """Rename the column of a field that names it, before anything else is altered."""
        field = self.state.models[new.app_label, new.name_lower].fields[name]
        if column_of(name, field) != column:
            moved = field.clone()
            moved.db_column = new.fields[name].db_column
            self._do(new.app_label, migrations.AlterField(new.name_lower, name, moved))

    def _write(
        self, old: ModelState, new: ModelState, known: dict[str, dict[str, str]]
    ) -> None:
        label, name, table = new.app_label, new.name_lower, new.options["db_table"]
        for field, values in known.items():
            here, there = (
                self.state.models[label, name].fields[field],
                new.fields[field],
            )
            if there.max_length > here.max_length:
                wide = here.clone()
                wide.max_length = there.max_length
                self._do(label, migrations.AlterField(name, field, wide))
            self._do(label, ours.RenameValues(name, field, values))
        kinds, states = former.KINDS.get(table, ("",)), known.get("state", {})
        before = kinds[0] if old.options["db_table"] == table else kinds[-1]
        if before != kinds[0] or (states and before):
            self._do(label, ours.RenameHistory(before, kinds[0], states))


def _is_keyed(old: ModelState, new: ModelState, names: dict[str, str]) -> bool:
    """Whether a table, or a column of its key, gets another name."""
    holders = columns_of(new)
    is_key = any(new.fields[holders[now]].primary_key for now in names.values())
    return is_key or old.options["db_table"] != new.options["db_table"]
