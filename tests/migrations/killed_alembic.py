"""Run inside a rendered project: `python killed.py N` migrates, and dies behind the Nth change.

It is of the stacks with Alembic; the process ends with status 9, or with 0 where there was less to do.
"""

import os
import sys

from moving.generated.persistence import migrating
from sqlalchemy import Engine, event

left = int(sys.argv[1])


@event.listens_for(Engine, "after_cursor_execute")
def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    global left  # noqa: PLW0603
    if statement.lstrip().upper().startswith(("ALTER", "CREATE", "DROP", "INSERT", "UPDATE")):
        left -= 1
        if left == 0:
            os._exit(9)


migrating.upgrade(os.environ["DATABASE_URL"], allow_destructive=True)
