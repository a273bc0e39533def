"""What OpenAPI cannot say about a valid request, said to schemathesis (by `SCHEMATHESIS_HOOKS`).

Requests that are meant to be valid are left out where the contract refuses them by a rule beyond any
schema. Invalid requests, and everything that the service answers, are judged without exception.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import schemathesis
from schemathesis.generation.modes import GenerationMode

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST, _MOST = 8, 100
_LONGEST = 30_000
_TAG = r'(?:W/)?"[!#-~]*"'
_TAGS = re.compile(rf"\*|{_TAG}(?:[ \t]*,[ \t]*{_TAG})*")


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Leave out what claims to be valid and cannot be, and what never reaches the service."""
    del context
    if len(case.as_curl_command()) > _LONGEST:
        # HTTP servers refuse such a request line by themselves.
        return case.method != "GET"
    meta = case.meta
    if meta is not None and meta.generation.mode == GenerationMode.NEGATIVE:
        return True
    query = case.query if isinstance(case.query, dict) else {}
    body = case.body if isinstance(case.body, dict) and case.path.endswith("/query") else {}
    return (
        # Nobody can make up a cursor.
        "cursor" not in query
        and not isinstance(body.get("cursor"), str)
        # A list is sorted by a field once.
        and _sorts_once(query.get("sort"))
        and _sorts_once(body.get("sort"))
        and _is_small(body.get("where"))
        and _are_tags(case.headers)
    )


def _sorts_once(sort: Any) -> bool:
    words = sort.split(",") if isinstance(sort, str) else sort if isinstance(sort, list) else []
    names = [word.removeprefix("-") for word in words if isinstance(word, str)]
    return len(names) == len(set(names))


def _is_small(where: Any) -> bool:
    """Whether a query has no more levels and conditions than the contract allows."""
    found = list(_conditions(where, 1))
    return len(found) <= _MOST and all(level <= _DEEPEST for level in found)


def _conditions(where: Any, level: int) -> Iterator[int]:
    """Yield the level of each condition, and of each group."""
    if not isinstance(where, dict):
        return
    for name, part in where.items():
        if name in ("any", "all") and isinstance(part, list):
            for member in part:
                yield level + 1
                yield from _conditions(member, level + 1)
        elif name == "not":
            yield level + 1
            yield from _conditions(part, level + 1)
        elif isinstance(part, dict):
            yield from (level for _ in part)


def _are_tags(headers: Any) -> bool:
    """Whether the versions in the headers are tags: schemathesis offers `0` for a valid one at times."""
    named = {name.lower(): value for name, value in (headers or {}).items()}
    given = (named.get(name) for name in ("if-match", "if-none-match"))
    return all(value is None or _TAGS.fullmatch(str(value)) for value in given)
