"""Plays the steps of a case against a running service."""

from __future__ import annotations

import base64
import json
import re
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance import sending
from tests.conformance.checking import Mismatch, check, check_race, save
from tests.conformance.matching import filled, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conformance.cases import Case
    from tests.conformance.sending import Answer

_SAVED = re.compile(r"\$\{([a-z_0-9]+)\}")
_PATIENCE = 10.0


def play(case: Case, url: str) -> None:
    """Play a case; AssertionError says which step was answered otherwise than it says."""
    saved: dict[str, Any] = {"run": "r" + secrets.token_hex(5)}
    steps = [("given", at, step) for at, step in enumerate(case.given, 1)]
    steps += [("then", at, step) for at, step in enumerate(case.then, 1)]
    for part, at, step in steps:
        for i in range(step.get("for", 1)):
            try:
                _step(step, url, saved | {"i": i}, saved)
            except Mismatch as mismatch:
                raise AssertionError(f"{part} {at}: {step['request']}\n{mismatch}") from None


def _step(step: Mapping[str, Any], url: str, values: dict[str, Any], saved: dict[str, Any]) -> None:
    if "race" in step:
        check_race(step, _race(step, url, values), values)
        return
    answer = _pages(step, url, values) if step.get("pages") else _send(step, url, values)
    deadline = time.monotonic() + (_PATIENCE if step.get("eventually") else 0)
    while True:
        try:
            check(step, answer, values)
        except Mismatch:
            if time.monotonic() > deadline:
                raise
        else:
            break
        time.sleep(0.05)
        answer = _send(step, url, values)
    saved.update(save(step, answer))


def _race(step: Mapping[str, Any], url: str, values: dict[str, Any]) -> list[Answer]:
    count = step["race"]
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(lambda _: _send(step, url, values), range(count)))


def _pages(step: Mapping[str, Any], url: str, values: dict[str, Any]) -> Answer:
    """Follow `next` to the end, and answer with one page that holds all items."""
    answer = _send(step, url, values)
    items: list[Any] = []
    for _ in range(1000):
        page = json.loads(answer.body)
        if answer.status != 200 or "items" not in page:
            return answer
        items += page["items"]
        if page["next"] is None:
            whole = json.dumps({**page, "items": items}).encode()
            return sending.Answer(status=200, headers=answer.headers, body=whole)
        following = dict(step)
        if isinstance(step.get("body"), dict):
            following["body"] = {**step["body"], "cursor": page["next"], "offset": None}
        else:
            target = re.sub(r"[?&]offset=[0-9]+", "", step["request"])
            following["request"] = f"{target}{'&' if '?' in target else '?'}cursor={page['next']}"
        answer = _send(following, url, values)
    raise Mismatch("the pages have no end")


def _send(step: Mapping[str, Any], url: str, values: dict[str, Any]) -> Answer:
    method, _, target = step["request"].partition(" ")
    body = _body(step, values)
    headers: dict[str, str] = {} if body is None else {"Content-Type": "application/json"}
    for name, value in step.get("headers", {}).items():
        if value is None:
            headers.pop(name, None)
        else:
            headers[name] = _SAVED.sub(lambda found: str(values[found[1]]), value)
    return sending.send(url, method, _target(target, values), headers, body)


def _target(target: str, values: dict[str, Any]) -> str:
    def put(found: re.Match[str]) -> str:
        text = str(values[found[1]])
        # A path, such as that of Location, is one already.
        return text if text.startswith("/") else quote(text, safe="")

    return _SAVED.sub(put, target)


def _body(step: Mapping[str, Any], values: dict[str, Any]) -> bytes | None:
    if "body" in step:
        return written(filled(step["body"], values))
    if "raw" in step:
        text: str = _SAVED.sub(lambda found: str(values[found[1]]), step["raw"])
        times: int = step.get("times", 1)
        return (text * times).encode("utf-8", "surrogatepass")
    if "base64" in step:
        return base64.b64decode(step["base64"])
    return None
