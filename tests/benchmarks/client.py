"""A small HTTP/1.1 client: it keeps connections open, counts answers, and knows what was cut."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping


class CutError(Exception):
    """The connection ended inside an answer, or before one to a request that had been sent."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `body` is JSON text."""

    method: str
    target: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        """The request as it goes over the wire."""
        lines = [f"{self.method} {self.target} HTTP/1.1", "Host: localhost"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if self.body:
            lines += ["Content-Type: application/json", f"Content-Length: {len(self.body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


class Connection:
    """One kept-alive connection; `send` opens it, and opens it again where the server has closed it."""

    def __init__(self, port: int, *, timeout: float = 30.0) -> None:
        self._port = port
        self._timeout = timeout
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, request: Request) -> Answer:
        """Return the answer; CutError where the server took the request and did not answer in full.

        ConnectionRefusedError where nobody listens, TimeoutError where the answer does not come.
        """
        return await asyncio.wait_for(self._send(request.encoded()), self._timeout)

    async def _send(self, request: bytes) -> Answer:
        if self._streams is None or self._streams[0].at_eof():
            self.close()
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        try:
            writer.write(request)
            return await self._answer(reader)
        except (asyncio.IncompleteReadError, ConnectionResetError, BrokenPipeError) as error:
            self.close()
            raise CutError(str(error)) from error
        except BaseException:
            self.close()
            raise

    async def _answer(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(int(head[0].split(" ", 2)[1]), headers, body)

    def close(self) -> None:
        """Close it, if it is open."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


async def drain(port: int, requests: list[Request], *, connections: int = 4) -> list[Answer]:
    """Send each request once, over so many connections; the answers come in the order of the requests."""
    answers: list[Answer | None] = [None] * len(requests)
    waiting = iter(enumerate(requests))

    async def work() -> None:
        async with Connection(port) as connection:
            for number, request in waiting:
                answers[number] = await connection.send(request)

    await concurrently(work, connections)
    return [answer for answer in answers if answer is not None]


async def concurrently(work: Callable[[], Awaitable[None]], times: int) -> None:
    """Run so many at once, to the end of all; the first failure is raised."""
    async with asyncio.TaskGroup() as group:
        for _ in range(times):
            group.create_task(_awaited(work))


async def _awaited(work: Callable[[], Awaitable[None]]) -> None:
    await work()
