"""What is left out of fuzzing is what the contract refuses by a rule beyond any schema, and no more."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.modes import GenerationMode

from tests.fuzz.hooks import filter_case

_CONDITION = {"total": {"eq": "1"}}
_TEN = {"total": dict.fromkeys(("eq", "ne", "lt", "lte", "gt"), "1"), "id": dict.fromkeys("abcde", ())}
_LONG = "a" * 40_000


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


_SCHEMAS = {
    "ThingPatch": {"properties": {"address": {"anyOf": [_reference("AddressPatch"), {"type": "null"}]}}},
    "AddressPatch": {"properties": {"city": {"type": "string"}, "place": _reference("PlacePatch")}},
    "AddressInput": {"required": ["city"]},
    "PlacePatch": {"type": "object", "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}},
    "PlaceInput": {"required": ["x"]},
}

_PARAMETERS = [
    {"name": f"{name}.{operator}", "schema": {"type": "array", "items": items}}
    for name, items in (
        ("id", {"type": "string", "pattern": "^[0-9a-f-]{36}$"}),
        ("total", {"type": "string", "pattern": r"^-?[0-9]+\.?[0-9]*$"}),
        ("count", {"type": "integer"}),
        ("place", _reference("PlacePatch")),
    )
    for operator in ("in", "not_in")
]


@dataclass(kw_only=True)
class _Case:
    """As much of a case of schemathesis as the hook looks at."""

    body: Any = None
    method: str = "POST"
    path: str = "/api/shop/orders/query"
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    mode: GenerationMode = GenerationMode.POSITIVE
    wrong: tuple[str, ...] = ()
    place: ParameterLocation = ParameterLocation.QUERY

    @property
    def meta(self) -> object:
        """Where the case is wrong, and in which parameters."""
        mutations = [SimpleNamespace(parameter=name) for name in self.wrong]
        return SimpleNamespace(
            generation=SimpleNamespace(mode=self.mode),
            components={self.place: SimpleNamespace(mode=self.mode)},
            phase=SimpleNamespace(data=SimpleNamespace(parameter=None, mutations=mutations)),
        )

    @property
    def operation(self) -> object:
        """The operation that changes something with an address, whose place has parts of its own."""
        content = {"application/json": {"schema": _reference("ThingPatch")}}
        return SimpleNamespace(
            schema=SimpleNamespace(raw_schema={"components": {"schemas": _SCHEMAS}}),
            definition=SimpleNamespace(raw={"requestBody": {"content": content}, "parameters": _PARAMETERS}),
        )

    def as_curl_command(self) -> str:
        return f"curl -X {self.method} -d '{json.dumps(self.body)}' {self.path}?{self.query}"


def _negative(query: dict[str, Any], wrong: tuple[str, ...]) -> _Case:
    mode = GenerationMode.NEGATIVE
    return _Case(method="GET", path="/api/shop/orders", query=query, mode=mode, wrong=wrong)


def _patch(address: Any) -> _Case:
    return _Case(method="PATCH", path="/api/shop/things/1", body={"address": address})


def _nested(levels: int) -> dict[str, Any]:
    return _CONDITION if levels == 1 else {"not": _nested(levels - 1)}


@pytest.mark.parametrize(
    "case",
    [
        _Case(body={"where": {"all": [_TEN] * 10}}),
        _Case(body={"where": {"any": [{}] * 100, **_CONDITION}}),
        _Case(body={"where": _nested(8), "sort": ["id", "-total"], "cursor": None}),
        _Case(body={"where": {"note": {"eq": _LONG}}}),
        _Case(body={"where": {"all": [_TEN] * 11}}, mode=GenerationMode.NEGATIVE),
        _Case(method="GET", path="/api/shop/orders/1", headers={"If-None-Match": 'W/"1", "2"'}),
        _negative({"total.in": "", "id.in": "x"}, wrong=("total.in", "id.in")),
        _negative({"total.in": 7, "count.in": "1,a"}, wrong=("total.in", "count.in")),
        _negative({"count.in": {"a": 1}}, wrong=("count.in",)),
        _negative({"place.in": "a"}, wrong=("place.in",)),
        _negative({"total.in": "", "total.eq": ""}, wrong=("total.in", "total.eq")),
        _negative({"total.in": "", "more": "1"}, wrong=("more",)),
        _negative({"total.in": ""}, wrong=()),
        _patch(None),
        _patch({"city": "Leeds"}),
        _patch({"city": "Leeds", "place": {"x": 1}}),
    ],
)
def test_what_the_contract_takes_is_sent(case: _Case) -> None:
    assert filter_case(None, case)


@pytest.mark.parametrize(
    "case",
    [
        _Case(body={"where": {"all": [_TEN] * 10, **_CONDITION}}),
        _Case(body={"where": {"all": [_TEN] * 10, "note": {"in": [_LONG]}}}),
        _Case(body={"where": _nested(9)}),
        _Case(body={"sort": ["id", "-id"]}),
        _Case(body={"cursor": "made up", "where": {"note": {"eq": _LONG}}}),
        _Case(method="GET", path="/api/shop/orders", query={"note.eq": _LONG}),
        _Case(method="GET", path="/api/shop/orders", query={"cursor": "made up"}),
        _Case(method="GET", path="/api/shop/orders/1", headers={"If-None-Match": "0"}),
        _negative({"total.in": "", "note.eq": "a"}, wrong=("total.in",)),
        _negative({"total.in": "", "id.not_in": ""}, wrong=("total.in", "id.not_in")),
        _negative({"total.in": 7, "count.not_in": -3}, wrong=("total.in", "count.not_in")),
        _negative({"total.in": "", "count.in": "1,2"}, wrong=("total.in", "count.in")),
        _patch({}),
        _patch({"city": "Leeds", "place": {"y": 1}}),
    ],
)
def test_what_no_schema_can_tell_is_left_out(case: _Case) -> None:
    assert not filter_case(None, case)
