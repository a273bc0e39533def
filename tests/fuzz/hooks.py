"""What OpenAPI cannot say about a valid request, said to schemathesis (by `SCHEMATHESIS_HOOKS`).

Requests that are meant to be valid are left out where the contract refuses them by a rule beyond any
schema, and those meant to be invalid where they are written like a valid one. Everything that the
service answers is judged without exception.
"""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.modes import GenerationMode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEEPEST, _MOST = 8, 100
_GROUPS = {"any", "all", "not"}
_LONGEST = 30_000
_TAG = r'(?:W/)?"[!#-~]*"'
_TAGS = re.compile(rf"\*|{_TAG}(?:[ \t]*,[ \t]*{_TAG})*")


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Leave out what is not what it claims to be, and what never reaches the service."""
    del context
    if case.method == "GET" and len(case.as_curl_command()) > _LONGEST:
        # HTTP servers refuse such a request line by themselves.
        return False
    meta = case.meta
    query = case.query if isinstance(case.query, dict) else {}
    if meta is not None and meta.generation.mode == GenerationMode.NEGATIVE:
        return not _reads_as_lists(case, query)
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
        and _are_whole(case)
    )


def _reads_as_lists(case: Any, query: Mapping[str, Any]) -> bool:
    """Whether all that is wrong are lists that are right on the wire: `[""]` is empty there, `7` is `[7]`."""
    meta = case.meta
    negative = {place for place, component in meta.components.items() if component.mode.is_negative}
    data = meta.phase.data
    wrong = {data.parameter} if data.parameter else {mutation.parameter for mutation in data.mutations}
    return (
        negative == {ParameterLocation.QUERY}
        and bool(wrong)
        and all(
            str(name).endswith((".in", ".not_in")) and _is_list(query.get(name), _items(case, name))
            for name in wrong
        )
    )


def _items(case: Any, name: str) -> dict[str, Any]:
    """Return the schema of a list's items, with those that it may refer to."""
    found = (one["schema"] for one in case.operation.definition.raw["parameters"] if one["name"] == name)
    return {**next(found)["items"], "components": case.operation.schema.raw_schema.get("components", {})}


def _is_list(value: Any, items: Mapping[str, Any]) -> bool:
    """Whether a value is written like a list of such items."""
    if value == "":
        return True
    if isinstance(value, dict | list) or value is None:
        return False
    valid = jsonschema.Draft202012Validator(items).is_valid
    return all(any(map(valid, _readings(part))) for part in str(value).split(","))


def _readings(part: str) -> Iterator[object]:
    """Yield the values that a part of a query may stand for."""
    yield part
    with contextlib.suppress(ValueError):
        yield json.loads(part)


def _sorts_once(sort: Any) -> bool:
    words = sort.split(",") if isinstance(sort, str) else sort if isinstance(sort, list) else []
    names = [word.removeprefix("-") for word in words if isinstance(word, str)]
    return len(names) == len(set(names))


def _is_small(where: Any) -> bool:
    """Whether a query has no more levels and conditions than the contract allows."""
    found = list(_levels(where, 1))
    return all(level <= _DEEPEST for level, _ in found) and sum(count for _, count in found) <= _MOST


def _levels(where: Any, level: int) -> Iterator[tuple[int, int]]:
    """Yield the level of each part of a query, and how many conditions stand in it itself."""
    if not isinstance(where, dict):
        return
    fields = [part for name, part in where.items() if name not in _GROUPS]
    yield level, sum(len(part) for part in fields if isinstance(part, dict))
    for name in _GROUPS & where.keys():
        members = where[name] if isinstance(where[name], list) else [where[name]]
        for member in members:
            yield from _levels(member, level + 1)


def _are_tags(headers: Any) -> bool:
    """Whether the versions in the headers are tags: schemathesis offers `0` for a valid one at times."""
    named = {name.lower(): value for name, value in (headers or {}).items()}
    given = (named.get(name) for name in ("if-match", "if-none-match"))
    return all(value is None or _TAGS.fullmatch(str(value)) for value in given)


def _are_whole(case: Any) -> bool:
    """Whether the structs of a patch are complete: one that was null starts empty, and may be any of them."""
    if case.method != "PATCH" or not isinstance(case.body, dict):
        return True
    schemas = case.operation.schema.raw_schema["components"]["schemas"]
    content = case.operation.definition.raw["requestBody"]["content"]
    return _is_whole(case.body, _named(content["application/json"]["schema"]), schemas)


def _is_whole(patch: Mapping[str, Any], shape: str, schemas: Mapping[str, Any]) -> bool:
    for name, value in patch.items():
        options = schemas[shape]["properties"].get(name, {})
        struct = next(filter(None, map(_named, options.get("anyOf", [options]))), "")
        whole = struct.removesuffix("Patch") + "Input"
        if isinstance(value, dict) and struct.endswith("Patch") and whole in schemas:
            missing = set(schemas[whole].get("required", ())) - value.keys()
            if missing or not _is_whole(value, struct, schemas):
                return False
    return True


def _named(schema: Mapping[str, Any]) -> str:
    """Return the name of the schema that this one refers to, if it does."""
    return str(schema.get("$ref", "")).rpartition("/")[2]
