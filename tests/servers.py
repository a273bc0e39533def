"""Rendered projects as running servers.

    run(project, "migrate", env)
    with RunningServer.start(project, env) as server:
        client.get(f"{server.url}/health/ready")

Each server is a process of its own on a free loopback port, started as a user would (`python -m shop
serve`) with this interpreter. Only processes that were started here are ever ended.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

READY_WITHIN = 90.0
STOPPED_WITHIN = 15.0
_PAUSE = 0.02


class ServerFailedError(Exception):
    """A rendered project's command ended badly, or its server was never ready. Holds what it printed."""

    def __init__(self, what: str, output: str) -> None:
        super().__init__(f"{what}\n{output[-8000:]}")


@dataclass(slots=True, kw_only=True)
class RunningServer:
    """A rendered project's server, ready to answer at `url`. What it prints goes to `log`."""

    project: Path
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @classmethod
    def start(
        cls,
        project: Path,
        env: Mapping[str, str],
        *,
        port: int | None = None,
        log: Path | None = None,
        ready_within: float = READY_WITHIN,
    ) -> Self:
        """Start `python -m <package> serve` and return once `/health/ready` answers 200.

        `env` is added to this process's environment. A `port` may be given, to start again where a client
        still looks. ServerFailedError, with the log, if the process ends or is not ready in time.
        """
        port = port or free_port()
        log = log or project / f"server-{port}.log"
        environment = _environment(project, env) | {"HOST": "127.0.0.1", "PORT": str(port)}
        with log.open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", package_of(project), "serve"],
                cwd=project,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # A group of its own, because some servers answer in processes that they fork.
                start_new_session=True,
            )
        server = cls(project=project, port=port, process=process, log=log)
        try:
            server.wait_until_ready(ready_within)
        except BaseException:
            server.kill()
            raise
        return server

    @property
    def url(self) -> str:
        """The address of the server, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def wait_until_ready(self, within: float = READY_WITHIN) -> None:
        """Return as soon as the server says that it is ready; ServerFailedError if it does not, in time."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise ServerFailedError(f"the server ended with {self.process.returncode}", self.printed())
            if self.is_ready():
                return
            time.sleep(_PAUSE)
        raise ServerFailedError(f"the server was not ready after {within} s", self.printed())

    def is_ready(self) -> bool:
        """Whether `/health/ready` answers 200 now."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def printed(self) -> str:
        """What the server has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self, within: float = STOPPED_WITHIN) -> int:
        """Ask it to end (SIGTERM) and return its exit status; ServerFailedError if it will not."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerFailedError(f"the server did not stop in {within} s", self.printed()) from None

    def kill(self) -> None:
        """End it at once (SIGKILL), as a machine that loses power would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def run(project: Path, command: str, env: Mapping[str, str], *, within: float = 60.0) -> str:
    """Run `python -m <package> <command>` (migrate, seed, …) to its end and return what it printed."""
    finished = subprocess.run(
        [sys.executable, "-m", package_of(project), command],
        cwd=project,
        env=_environment(project, env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=within,
        check=False,
    )
    output = finished.stdout.decode("utf-8", errors="replace")
    if finished.returncode:
        raise ServerFailedError(f"{command} ended with {finished.returncode}", output)
    return output


def package_of(project: Path) -> str:
    """The name of a rendered project's package: the one under `src/` that can be run."""
    (main,) = project.glob("src/*/__main__.py")
    return main.parent.name


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _environment(project: Path, env: Mapping[str, str]) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(project / "src"), "PYTHONUNBUFFERED": "1"} | dict(env)
