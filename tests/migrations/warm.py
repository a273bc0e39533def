"""Commands in processes that have their libraries loaded already: most of a migration's time is imports.

A server forks for each command. What the command has imported beside the project, the server imports, too,
for the ones to come. `Warm.run` starts one where there is none.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

BIN = Path(sys.executable).parent
SECONDS = 120
# The first look at settings when they are imported, which are a project's; the last come with their own.
UNSUITABLE = ("django.contrib", "drf_spectacular_sidecar", "_")


@dataclass(slots=True)
class Warm:
    """A server of commands; it ends with this process."""

    package: str
    _process: subprocess.Popen[str] | None = field(default=None, init=False)

    def run(self, command: list[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
        """Run `python …`, or a script of the environment; return its status and what it printed."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, __file__, self.package],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        if self._process.stdin is None or self._process.stdout is None:
            raise TypeError("a server without pipes")
        asked = {"command": command, "folder": str(folder), "environment": dict(environment)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        done = json.loads(self._process.stdout.readline())
        return done["status"], done["output"]


def serve(package: str) -> None:
    """Answer each line of the input with a line."""
    for line in sys.stdin:
        asked = json.loads(line)
        said, imported = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            _become(asked, said[1], imported[1], package)
        os.close(said[1])
        os.close(imported[1])
        with os.fdopen(said[0], encoding="utf-8", errors="replace") as output:
            told = output.read()
        with os.fdopen(imported[0]) as names:
            more = names.read().split()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(json.dumps({"status": status, "output": told}) + "\n")
        sys.stdout.flush()
        for name in more:
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def _become(asked: dict[str, Any], output: int, imported: int, package: str) -> None:
    """Be the command, and end as it does."""
    signal.alarm(SECONDS)
    known = set(sys.modules)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    own = os.environ.get("PYTHONPATH", "")
    # What Python begins with: the folder of the program, which here is that of this module; then these.
    sys.path[:1] = [asked["folder"], *filter(None, own.split(os.pathsep))]
    status = _ended(asked["command"])
    sys.stdout.flush()
    sys.stderr.flush()
    names = [name for name in {*sys.modules} - known if not name.startswith((package, *UNSUITABLE))]
    os.write(imported, " ".join(sorted(names)).encode())
    os._exit(status)


def _ended(command: list[str]) -> int:
    program, *arguments = command
    try:
        if program == "python" and arguments[0] == "-m":
            sys.argv = arguments[1:]
            runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        elif program == "python":
            sys.argv = arguments
            runpy.run_path(arguments[0], run_name="__main__")
        else:
            sys.argv = [str(BIN / program), *arguments]
            runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
            return 1
        return end.code or 0
    except BaseException:  # noqa: BLE001 (as Python ends)
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    serve(sys.argv[1])
