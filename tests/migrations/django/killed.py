"""Run inside a rendered project: `python killed.py STEP` migrates, and is killed on the way, again and again.

The first run ends after STEP statements that change something, the next after twice as many, until one
reaches the end. It prints how many were killed.
"""

import itertools
import os
import sys
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

WRITING = ("ALTER", "CREATE", "DROP", "RENAME", "UPDATE", "INSERT", "DELETE")


def migrate(left: int) -> None:
    def counted(execute: Any, sql: Any, *given: Any) -> Any:
        nonlocal left
        if str(sql).lstrip().upper().startswith(WRITING):
            if left == 0:
                os._exit(9)
            left -= 1
        return execute(sql, *given)

    with connection.execute_wrapper(counted):
        call_command("migrate", verbosity=0, allow_destructive=True)


for run in itertools.count(1):
    child = os.fork()
    if child == 0:
        migrate(run * int(sys.argv[1]))
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended != 9:
        break
sys.stdout.write(f"{run - 1}\n")
sys.exit(ended)
