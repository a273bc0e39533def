"""The two commands that the message after a copy names, on a machine that has Python and nothing else.

They install what the project needs, so this file needs a package registry, and takes its time.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.update.test_command import copier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.update.conftest import Template

PLAIN_PATH = "/usr/local/bin:/usr/bin:/bin"


@pytest.fixture(scope="module")
def told(whole_template: Template, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A copied project, and the commands that the message names."""
    folder = tmp_path_factory.mktemp("fresh")
    message = copier("copy", "--trust", "--defaults", str(whole_template.folder), "shop", cwd=folder)
    commands = re.findall(r"^    (\S.*)$", message, re.MULTILINE)
    return folder, commands


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served(told: tuple[Path, list[str]]) -> Iterator[str]:
    folder, commands = told
    port = free_port()
    environment = {
        **os.environ,
        "PATH": os.environ.get("STACKWRIGHT_PLAIN_PATH", PLAIN_PATH),
        "PORT": str(port),
    }
    environment.pop("VIRTUAL_ENV", None)
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["sh", "-ec", "\n".join(commands[:2])],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(600):
                assert process.poll() is None, log.read_text()
                try:
                    urllib.request.urlopen(f"{url}/health/ready", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.5)
            else:
                pytest.fail(log.read_text())
            yield url
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def test_the_message_names_two_commands_and_how_to_commit(told: tuple[Path, list[str]]) -> None:
    _, commands = told

    assert commands[0].startswith("cd ")
    assert commands[1] == "make run"
    assert commands[2].startswith("git init")


def test_the_two_commands_serve_the_shop(served: str, told: tuple[Path, list[str]]) -> None:
    with urllib.request.urlopen(f"{served}/api/shop/orders", timeout=5) as answer:
        assert answer.status == 200

    log = (told[0] / "log").read_text()
    assert f"{served}/docs" in log
