"""A door in front of a database server that can be shut, as if the server were gone."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.servers import free_port

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from typing import Any


@dataclass(slots=True)
class Proxy:
    """Passes bytes on to a port of this machine while it is open, and refuses connections while shut."""

    target: int
    port: int = field(default_factory=free_port)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _server: asyncio.Server | None = None
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    @classmethod
    @contextlib.contextmanager
    def before(cls, target: int) -> Iterator[Proxy]:
        """Open a proxy before the port; shut it for good at the end."""
        proxy = cls(target)
        thread = threading.Thread(target=proxy._loop.run_forever, daemon=True)
        thread.start()
        proxy.open()
        try:
            yield proxy
        finally:
            proxy.shut()
            proxy._loop.call_soon_threadsafe(proxy._loop.stop)
            thread.join()
            proxy._loop.close()

    def open(self) -> None:
        """Let connections in."""
        self._do(self._open())

    def shut(self) -> None:
        """Drop every connection, and refuse new ones."""
        self._do(self._shut())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.port)

    async def _shut(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, onward = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        pair = {writer, onward}
        self._writers |= pair
        with contextlib.suppress(OSError):
            await asyncio.wait(
                [asyncio.ensure_future(_copy(reader, onward)), asyncio.ensure_future(_copy(there, writer))],
                return_when=asyncio.FIRST_COMPLETED,
            )
        self._writers -= pair
        for end in pair:
            end.close()


async def _copy(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await source.read(65536):
            sink.write(chunk)
            await sink.drain()
