"""A proxy that breaks a service in one way, to see that fuzzing notices."""

from __future__ import annotations

import http.client
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Answer = tuple[int, dict[str, str], bytes]
    Break = Callable[[str, Answer], Answer]

_OF_THE_CONNECTION = frozenset({"content-length", "transfer-encoding", "connection", "host"})


@contextmanager
def broken(url: str, how: Break) -> Iterator[str]:
    """Yield the address of a proxy whose answers go through `how(request, answer)`."""

    class Proxy(BaseHTTPRequestHandler):
        """Hands each request on, and the altered answer back."""

        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            """Answer a request of any method."""
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, headers, content = how(f"{self.command} {self.path}", self._asked(body))
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status not in (204, 304):
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD" and status not in (204, 304):
                self.wfile.write(content)

        def _asked(self, body: bytes) -> Answer:
            connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
            kept = {
                name: value for name, value in self.headers.items() if name.lower() not in _OF_THE_CONNECTION
            }
            connection.request(self.command, self.path, body or None, kept)
            response = connection.getresponse()
            content = response.read()
            named = {name.lower(): value for name, value in response.getheaders()}
            headers = {name: value for name, value in named.items() if name not in _OF_THE_CONNECTION}
            connection.close()
            return response.status, headers, content

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
            """Say nothing."""

        def __getattr__(self, name: str) -> object:
            if name.startswith("do_"):
                return self.handle_any
            raise AttributeError(name)

    with ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
