"""What a service does besides answering cases: how it starts, logs, bounds what it reads, and ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conformance.project import SETTINGS, STACKS, rendered
from tests.conformance.sending import send
from tests.databases import Database
from tests.servers import RunningServer, package_of, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.conformance.sending import Answer

LIMIT = 2000
WITHIN = 60.0
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module", params=STACKS)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered(request.param, tmp_path_factory.mktemp("serving"))


@pytest.fixture(scope="module")
def settings(project: Path) -> dict[str, str]:
    database = Database.named("sqlite", "serving", project)
    env = {**SETTINGS, "DATABASE_URL": database.url, "LOG_FORMAT": "json", "BODY_LIMIT": str(LIMIT)}
    run(project, "migrate", env)
    return env


@pytest.fixture(scope="module")
def server(project: Path, settings: dict[str, str]) -> Iterator[RunningServer]:
    with RunningServer.start(project, {**settings, "LOG_LEVEL": "INFO"}) as server:
        yield server


def command(project: Path, env: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", package_of(project), *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src"), **env},
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
    )


def test_a_port_of_nobody_is_found_and_told_and_a_signal_ends_the_service(
    project: Path, settings: dict[str, str]
) -> None:
    log = project / "port.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", package_of(project), "serve"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(project / "src"), **settings, "PORT": "0"},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + WITHIN
        while not (told := re.search(r"Docs: (http://127\.0\.0\.1:\d+)/docs\n", log.read_text())):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        assert send(told[1], "GET", "/health/ready", {}, None).status == 200

        process.send_signal(signal.SIGTERM)

        assert process.wait(WITHIN) in (0, -signal.SIGTERM)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_settings_that_do_not_fit_are_named_and_not_repeated(project: Path) -> None:
    wrong = {"ENVIRONMENT": "production", "SECRET_KEY": "sesame", "DATABASE_URL": "oracle://scott:tiger@db"}

    done = command(project, wrong, "migrate")

    assert done.returncode == 1
    printed = done.stdout + done.stderr
    assert "DATABASE_URL: " in printed
    assert "Traceback" not in printed
    assert not re.search("sesame|tiger", printed)


def test_every_request_has_a_line_in_the_log(server: RunningServer) -> None:
    answer = send(server.url, "GET", "/nowhere", {"X-Request-Id": "of-the-log"}, None)

    line = json.loads(logged(server, "of-the-log"))
    assert answer.headers["x-request-id"] == "of-the-log"
    assert set(line) == {
        *("event", "level", "logger", "timestamp", "request_id"),
        *("method", "path", "status", "ms"),
    }
    assert (line["event"], line["logger"]) == ("answered", "request")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/nowhere", 404)


@pytest.mark.parametrize("chunked", [True, False], ids=["in chunks", "of a known length"])
@pytest.mark.parametrize(("size", "status"), [(LIMIT, 400), (LIMIT + 1, 413), (20 * LIMIT, 413)])
def test_a_body_has_a_limit(server: RunningServer, size: int, status: int, *, chunked: bool) -> None:
    path = "/api/store/customers"

    answer = (
        in_chunks(server, path, b"x" * size) if chunked else send(server.url, "POST", path, JSON, b"x" * size)
    )

    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_chunks_that_are_none_are_the_callers_mistake(server: RunningServer) -> None:
    head = b"POST /api/store/customers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\nthis is no chunk\r\n\r\n")
        told = connection.recv(65536)

    assert told.startswith(b"HTTP/1.1 400 ")


def test_the_page_and_its_document_are_those_of_every_stack(
    server: RunningServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = send(server.url, "GET", "/docs", {}, None)
    document = send(server.url, "GET", "/openapi.json", {}, None)
    first = rendered(STACKS[0], tmp_path_factory.mktemp("first"))

    assert document.body == (first / "openapi.json").read_bytes()
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert b"http:" not in page.body
    for name, media_type in (("swagger-ui.css", "text/css"), ("swagger-ui-bundle.js", "text/javascript")):
        part = send(server.url, "GET", f"/docs/{name}", {}, None)
        assert name.encode() in page.body
        assert part.headers["content-type"] == f"{media_type}; charset=utf-8"
        assert part.headers["cache-control"] == "max-age=86400"


def test_the_relay_has_a_command_of_its_own(project: Path, settings: dict[str, str]) -> None:
    for option, said in (("--once", ""), ("--parked", ""), ("--retry", "0 events are offered again\n")):
        done = command(project, settings, "relay", option)

        assert (done.returncode, done.stdout) == (0, said), done.stderr


def logged(server: RunningServer, words: str) -> str:
    """Return the line with these words, as soon as it is written: the answer may be earlier."""
    deadline = time.monotonic() + WITHIN
    while True:
        for line in server.printed().splitlines(keepends=True):
            if words in line and line.endswith("\n"):
                return line
        assert time.monotonic() < deadline, server.printed()
        time.sleep(0.02)


def in_chunks(server: RunningServer, path: str, body: bytes) -> Answer:
    """Send a body whose length nobody tells."""
    chunks = (body[at : at + 700] for at in range(0, len(body), 700))
    whole = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    return send(server.url, "POST", path, {**JSON, "Transfer-Encoding": "chunked"}, whole)
