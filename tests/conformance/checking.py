"""Holds an answer against what its step expects, and against what the contract says of every answer."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.conformance.matching import difference, filled, is_of, normalised, picked
from tests.conformance.problems import problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.conformance.sending import Answer

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_PROBLEM = ["type", "title", "status", "detail", "errors"]


class Mismatch(Exception):  # noqa: N818 (it is about an answer, not an error of ours)
    """An answer is not what the step expects."""


def check(step: Mapping[str, Any], answer: Answer, values: dict[str, Any]) -> None:
    """Raise Mismatch where the answer differs."""
    status = step.get("status")
    kind = problems()[step["problem"]] if "problem" in step else None
    if kind is not None:
        status = kind.status
    fits = answer.status < 300 if status is None else answer.status == status
    shown = f"{answer.status} {answer.body[:1500].decode(errors='replace')}"
    if not fits:
        raise Mismatch(f"expected {status or 'success'}, got {shown}")
    _always(step, answer, shown)
    for name, expected in filled(step.get("answer_headers", {}), values).items():
        given = answer.headers.get(name.lower())
        if given != expected and not (isinstance(expected, str) and given and is_of(expected, given)):
            raise Mismatch(f"header {name}: expected {expected!r}, got {given!r}")
    if kind is not None and not step["request"].startswith("HEAD "):
        _same(kind.body(filled(step.get("errors", []), values)), answer.body)
    if "answer" in step:
        _same(filled(step["answer"], values), answer.body)
    if step.get("empty") and answer.body:
        raise Mismatch(f"expected no body, got {shown}")
    for pointer, expected in filled(step.get("picks", {}), values).items():
        _pick(pointer, expected, answer)


def check_race(step: Mapping[str, Any], answers: Sequence[Answer], values: dict[str, Any]) -> None:
    """Raise Mismatch where the answers to equal requests at once are not as many of each kind as expected."""
    counted = {str(status): count for status, count in sorted(Counter(a.status for a in answers).items())}
    if counted != step["statuses"]:
        bodies = b"\n".join(sorted({answer.body[:300] for answer in answers})).decode(errors="replace")
        raise Mismatch(f"expected {step['statuses']}, got {counted}\n{bodies}")
    successes = {answer.body for answer in answers if answer.status < 300}
    if step.get("same_body") and len(successes) > 1:
        raise Mismatch(f"{len(successes)} different successful answers")
    for answer in answers:
        if answer.status < 300:
            check(
                {name: step[name] for name in ("request", "answer", "picks") if name in step}, answer, values
            )


def save(step: Mapping[str, Any], answer: Answer) -> dict[str, Any]:
    """Return the parts of the answer that the step gives names to."""
    saved = {}
    for name, place in step.get("save", {}).items():
        if place.startswith("header."):
            saved[name] = answer.headers[place.removeprefix("header.").lower()]
        else:
            saved[name] = picked(json.loads(answer.body), place)
    return saved


def _always(step: Mapping[str, Any], answer: Answer, shown: str) -> None:
    """Hold the answer against what is true of every answer."""
    if not _REQUEST_ID.fullmatch(answer.headers.get("x-request-id", "")):
        raise Mismatch(f"X-Request-Id is {answer.headers.get('x-request-id')!r}")
    kind = answer.headers.get("content-type")
    if answer.status in (204, 304):
        if answer.body:
            raise Mismatch(f"a body, where there can be none: {shown}")
    elif answer.status >= 400 and kind != "application/problem+json":
        raise Mismatch(f"an error of type {kind}: {shown}")
    elif answer.status < 300 and kind != "application/json" and not step["request"].endswith("/docs"):
        raise Mismatch(f"a success of type {kind}: {shown}")
    if answer.status >= 400 and answer.body and list(json.loads(answer.body)) != _PROBLEM:
        raise Mismatch(f"no problem: {shown}")


def _same(expected: Any, body: bytes) -> None:
    if found := difference(expected, body):
        raise Mismatch(found)


def _pick(pointer: str, expected: Any, answer: Answer) -> None:
    try:
        given = picked(json.loads(answer.body), pointer)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise Mismatch(f"nothing at {pointer}: {error!r} in {answer.body[:1500]!r}") from None
    alike = normalised(given, expected)
    if json.dumps(alike) != json.dumps(expected):
        raise Mismatch(f"at {pointer}: expected {json.dumps(expected)}, got {json.dumps(given)}")
