"""Raw HTTP: what a case says is what goes over the wire, without a client's good manners."""

from __future__ import annotations

import http.client
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_connections = threading.local()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def send(url: str, method: str, target: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
    """Send one request over this thread's connection and return the answer.

    A body that comes in chunks (`Transfer-Encoding`) says itself where it ends; else its length is told.
    """
    try:
        return _send(url, method, target, headers, body)
    except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
        # The server may close a connection that it kept; a second failure is one.
        _close(url)
        return _send(url, method, target, headers, body)


def _send(url: str, method: str, target: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
    connection = _connection(url)
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value.encode("latin-1"))
    in_chunks = "Transfer-Encoding" in headers
    if not in_chunks and (body is not None or method in ("POST", "PATCH", "PUT")):
        connection.putheader("Content-Length", str(len(body or b"")))
    connection.endheaders(body)
    response = connection.getresponse()
    content = response.read()
    answer = Answer(
        status=response.status,
        headers={name.lower(): value for name, value in response.getheaders()},
        body=content,
    )
    if response.will_close:
        _close(url)
    return answer


def _connection(url: str) -> http.client.HTTPConnection:
    kept: dict[str, http.client.HTTPConnection] = _connections.__dict__.setdefault("kept", {})
    if url not in kept:
        address = urlsplit(url)
        kept[url] = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    return kept[url]


def _close(url: str) -> None:
    kept = _connections.__dict__.get("kept", {})
    if url in kept:
        kept.pop(url).close()
