"""`make demo` renders the shop, serves it, and its three requests work; Ctrl-C ends it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.examples.rendering import REPOSITORY
from tests.servers import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
READY_WITHIN = 300.0
STOPPED_WITHIN = 15.0


class Demo:
    """`make demo` as a running process, in a process group of its own as in a terminal."""

    def __init__(self, folder: Path) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        self.log = folder / "log"
        settings = {"DEMO_DIR": str(folder / "demo"), "DEMO_PORT": self.url.rpartition(":")[2]}
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                ["make", "demo", *(f"{name}={value}" for name, value in settings.items())],
                cwd=REPOSITORY,
                # uv, where it is installed beside this interpreter, makes the demo's environment in seconds.
                env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def printed(self) -> str:
        return self.log.read_text("utf-8")

    def wait_until_it_listens(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while f"Docs: {self.url}/docs" not in self.printed:
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < deadline, self.printed
            time.sleep(0.2)

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    demo = Demo(tmp_path_factory.mktemp("demo"))
    try:
        demo.wait_until_it_listens()
        yield demo
    finally:
        demo.end()


def answer(command: str) -> dict[str, list[dict[str, str]]]:
    done = subprocess.run(
        ["sh", "-c", command.replace("curl -s", "curl -sf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    parsed: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return parsed


@pytest.mark.skipif(shutil.which("curl") is None, reason="the requests need curl")
def test_the_demo_names_three_requests_that_work_and_ends_with_ctrl_c(demo: Demo) -> None:
    listed, captured, history = re.findall(r"^    (curl (?:.*\\\n)*.*)$", demo.printed, re.MULTILINE)

    assert len(answer(listed)["items"]) == 2
    assert set(answer(captured)) == {"order", "amount"}
    for _ in range(50):
        items = answer(history)["items"]
        if items:
            break
        time.sleep(0.2)
    assert [(item["transition"], item["by"]) for item in items] == [("approve", "trigger:approve_when_paid")]

    demo.interrupt()
    demo.process.wait(STOPPED_WITHIN)
