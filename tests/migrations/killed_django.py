"""Run inside a rendered project: `python killed_django.py N` migrates, and dies behind the Nth change.

It is of the stacks with Django; the process ends with status 9, or with 0 where there was less to do.
"""

import os
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moving.config.settings.development")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

left = int(sys.argv[1])


def counted(execute: Any, sql: Any, *given: Any) -> Any:
    global left  # noqa: PLW0603
    done = execute(sql, *given)
    if (
        str(sql)
        .lstrip()
        .upper()
        .startswith(("ALTER", "CREATE", "DROP", "RENAME", "UPDATE", "INSERT", "DELETE"))
    ):
        left -= 1
        if left == 0:
            os._exit(9)
    return done


with connection.execute_wrapper(counted):
    call_command("migrate", verbosity=0, allow_destructive=True)
