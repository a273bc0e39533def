# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Revisions as they are written: one of what changes, and one of what is lost."""

import re
from collections.abc import Iterable

from alembic import context
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError, rev_id
from sqlalchemy import MetaData

from .comparing import Op, compare
from .operations import Step

_REMARK = re.compile(r"^ *# ###.*\n?", re.MULTILINE)


class Revising:
    """Fills the revisions that Alembic writes; `lost` says by revision what it removes."""

    def __init__(self, wanted: MetaData) -> None:
        self._wanted = wanted
        self.lost: dict[str | None, list[str]] = {}

    def __call__(
        self,
        migrations: MigrationContext,
        revision: str | Iterable[str | None] | Iterable[str],
        directives: list[ops.MigrationScript],
    ) -> None:
        """Replace what Alembic has found by what `compare` finds; CommandError where that is refused."""
        (script,) = directives
        found = compare(migrations, self._wanted)
        if found.refused:
            raise CommandError("\n".join(found.refused))
        for line in found.told:
            context.config.print_stdout("Look at %s.", line)
        if found.changes:
            _fill(script, found.changes)
        if found.drops and found.changes:
            further = ops.MigrationScript(
                rev_id(),
                ops.UpgradeOps(),
                ops.DowngradeOps(),
                message=f"{script.message}: what is gone",
                head=script.rev_id,
            )
            directives.append(further)
        if found.drops:
            script = directives[-1]
            _fill(script, found.drops)
            self.lost[script.rev_id] = found.lost
        if not found.changes and not found.drops:
            context.config.print_stdout(
                "Nothing to migrate: the database has what the model says."
            )
            if getattr(context.config.cmd_opts, "autogenerate", True):
                directives.clear()

    def body(self, text: str) -> str:
        """Return the lines of a function without what nobody would write."""
        bare = _REMARK.sub("", text).replace(", schema=None)", ")").strip()
        return bare or "pass"


def _fill(script: ops.MigrationScript, found: list[Op]) -> None:
    back: list[Op] = []
    for op in reversed(found):
        undone = op.reverse()
        if isinstance(undone, ops.ModifyTableOps):
            undone.ops = [one for one in undone.ops if not _is_idle(one)]
        if not _is_idle(undone):
            back.append(undone)
    script.upgrade_ops, script.downgrade_ops = (
        ops.UpgradeOps(found),
        ops.DowngradeOps(back),
    )


def _is_idle(op: Op) -> bool:
    if isinstance(op, ops.ModifyTableOps):
        return not op.ops
    return isinstance(op, Step) and not op.arguments
