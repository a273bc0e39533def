"""A reader: somebody who does what a page says, in a folder of their own."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.docs.pages import changed, said
from tests.servers import free_port

if TYPE_CHECKING:
    from tests.docs.pages import Block

BIN = Path(sys.executable).parent
FAR_AWAY = 4_000_000_000  # newer than any pyproject.toml: `make` finds the environment ready


class Reader:
    """Somebody who does what the page says, in a folder of their own."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.printed = ""
        self.served: subprocess.Popen[bytes] | None = None
        self.said_instead = {
            "uvx --with copier-template-extensions copier": str(BIN / "copier"),
            "gh:stackwright/stackwright": shlex.quote(str(template)),
            "127.0.0.1:8000": f"127.0.0.1:{self.port}",
        }

    def follow(self, block: Block) -> None:
        match block.language, block.target:
            case "sh", None:
                self.run(block.text)
            case "sh", "serve":
                self.serve(block.text)
            case "sh", "stop":
                self.stop()
            case "text", None:
                assert not (missing := said(self.printed, block.text)), f"{missing}\n{self.printed}"
            case "diff", str(name):
                file = self.folder / name
                file.write_text(changed(file.read_text("utf-8"), block.text), "utf-8")
            case _, str(name):
                (self.folder / name).write_text(block.text, "utf-8")
            case _:
                raise AssertionError(f"nobody knows what to do with {block.language}")

    def run(self, commands: str) -> None:
        for words, instead in self.said_instead.items():
            commands = commands.replace(words, instead)
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", commands],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed = done.stdout + done.stderr
        assert done.returncode == 0, f"{commands}\n{self.printed[-6000:]}"

    def serve(self, command: str) -> None:
        log = self.folder.parent / "log"
        with log.open("wb") as output:
            self.served = subprocess.Popen(
                ["bash", "-c", command],
                cwd=self.folder,
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + 60
        while "Docs: http" not in log.read_text("utf-8"):
            assert self.served.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < deadline, log.read_text("utf-8")
            time.sleep(0.1)

    def stop(self) -> None:
        if self.served is not None:
            os.killpg(self.served.pid, signal.SIGINT)
            self.served.wait(20)
            self.served = None

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PORT": str(self.port), "PYTHONPATH": str(self.folder / "src")}


def furnish(project: Path) -> None:
    """Give a project an environment that has what this one has, instead of installing it again."""
    programs = project / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "ruff", "mypy", "lint-imports", "alembic"):
        script = programs / name
        script.write_text(f'#!/bin/sh\nexec {shlex.quote(str(BIN / name))} "$@"\n', "utf-8")
        script.chmod(0o755)
    ready = project / ".venv" / "ready"
    ready.touch()
    os.utime(ready, (FAR_AWAY, FAR_AWAY))
