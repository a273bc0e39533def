# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Operations that Alembic can run, but not write down by itself."""

from dataclasses import dataclass, replace
from typing import Any

from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import AlterColumnOp, CreateIndexOp, MigrateOperation


@dataclass(eq=False)
class RenameTable(MigrateOperation):
    """A table gets its present name."""

    table: str
    former: str

    def reverse(self) -> "RenameTable":
        """Give it its former name."""
        return RenameTable(self.former, self.table)

    def to_diff_tuple(self) -> tuple[Any, ...]:
        """Return it as Alembic compares it."""
        return ("rename_table", self.former, self.table)


@dataclass(eq=False)
class RenameColumn(MigrateOperation):
    """A column gets its present name."""

    table: str
    column: str
    former: str

    def reverse(self) -> "RenameColumn":
        """Give it its former name."""
        return RenameColumn(self.table, self.former, self.column)

    def to_diff_tuple(self) -> tuple[Any, ...]:
        """Return it as Alembic compares it."""
        return ("rename_column", self.table, self.former, self.column)


@dataclass(eq=False)
class Choices(MigrateOperation):
    """A column may hold some texts only: a check constraint, or its end."""

    name: str
    column: str
    values: list[str]
    ends: bool = False

    def reverse(self) -> "Choices":
        """End it, or bring it back."""
        return replace(self, ends=not self.ends)

    def to_diff_tuple(self) -> tuple[Any, ...]:
        """Return it as Alembic compares it."""
        return ("remove_check" if self.ends else "add_check", self.name, self.values)


class CreateTableIndex(CreateIndexOp):
    """An index of a new table, which goes with its table."""

    def reverse(self) -> "Step":  # type: ignore[override]
        """Do nothing."""
        return Step("nothing", "")


class Relax(AlterColumnOp):
    """A column that will be dropped may be empty; on the way back it stays so, for it is empty then."""

    def __init__(self, table: str, column: str, type_: Any) -> None:
        super().__init__(
            table,
            column,
            existing_type=type_,
            existing_nullable=False,
            modify_nullable=True,
        )

    def reverse(self) -> "Step":  # type: ignore[override]
        """Do nothing."""
        return Step("nothing", "")


@dataclass(eq=False)
class Step(MigrateOperation):
    """Rows are changed by a function of `steps`, and by another call of it on the way back."""

    function: str
    arguments: str
    back: str | None = None

    def reverse(self) -> "Step":
        """Return the step back; without arguments there is none."""
        return Step(self.function, self.back or "", self.arguments)

    def to_diff_tuple(self) -> tuple[Any, ...]:
        """Return it as Alembic compares it."""
        return ("step", self.function, self.arguments)


@renderers.dispatch_for(RenameTable)
def _table(context: AutogenContext, op: RenameTable) -> str:
    return f"op.rename_table({op.former!r}, {op.table!r})"


@renderers.dispatch_for(RenameColumn)
def _column(context: AutogenContext, op: RenameColumn) -> str:
    return (
        f"op.alter_column({op.table!r}, {op.former!r}, new_column_name={op.column!r})"
    )


@renderers.dispatch_for(Choices)
def _choices(context: AutogenContext, op: Choices) -> str:
    if op.ends:
        return f"batch_op.drop_constraint({op.name!r}, type_='check')"
    condition = f"sa.column({op.column!r}).in_({op.values!r})"
    return f"batch_op.create_check_constraint({op.name!r}, {condition})"


@renderers.dispatch_for(Step)
def _step(context: AutogenContext, op: Step) -> str:
    return f"steps.{op.function}({op.arguments})"
