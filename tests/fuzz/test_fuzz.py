"""A bounded part of the fuzzing, and the proof that it would notice a service that breaks its document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conformance.project import STACKS
from tests.fuzz.breaking import broken
from tests.fuzz.fuzzing import fuzz, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fuzz.breaking import Answer, Break
    from tests.fuzz.fuzzing import Outcome
    from tests.servers import RunningServer


@pytest.fixture(scope="module", params=STACKS)
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    with served("shop", request.param, "sqlite", tmp_path_factory.mktemp("fuzz")) as server:
        yield server


@pytest.fixture(scope="module")
def one_of_them(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The service in one stack: what is asked of it is whether fuzzing works."""
    with served("shop", STACKS[0], "sqlite", tmp_path_factory.mktemp("fuzz")) as server:
        yield server


@pytest.mark.parametrize("seed", [1, 2])
def test_the_service_keeps_its_document(service: RunningServer, seed: int) -> None:
    outcome = fuzz(service.url, seed=seed, examples=4, phases=("examples", "fuzzing", "stateful"))

    assert outcome.passed, outcome.output


def test_every_edge_of_the_document_is_kept_by_an_object(service: RunningServer) -> None:
    operations = ("^shop_order_lines_(get|update|delete|create)$",)

    outcome = fuzz(service.url, seed=1, examples=1, phases=("coverage",), operations=operations)

    assert outcome.passed, outcome.output


def _with_a_member_more(request: str, answer: Answer) -> Answer:
    status, headers, body = answer
    if request.startswith("GET /api/shop/customers?") and status == 200:
        return status, headers, json.dumps({**json.loads(body), "extra": 1}).encode()
    return answer


def _without_its_version(request: str, answer: Answer) -> Answer:
    status, headers, body = answer
    if request == "POST /api/shop/customers" and status == 201:
        return status, {name: value for name, value in headers.items() if name.lower() != "etag"}, body
    return answer


def _as_plain_json(request: str, answer: Answer) -> Answer:
    status, headers, body = answer
    if request.startswith(("GET", "POST")) and status == 422:
        return status, {**headers, "content-type": "application/json"}, body
    return answer


def _forgiving(request: str, answer: Answer) -> Answer:
    status, headers, _ = answer
    if request.startswith("GET /api/shop/customers?") and status == 422:
        return 200, {**headers, "content-type": "application/json"}, b'{"items":[],"next":null}'
    return answer


def _unwritten(request: str, answer: Answer) -> Answer:
    status, headers, _ = answer
    if request.startswith("POST") and status in (200, 201, 409):
        problem = {"type": "/problems/not-implemented", "title": "Not implemented", "status": 501}
        body = json.dumps({**problem, "detail": "Nobody has written this yet.", "errors": []})
        return 501, {**headers, "content-type": "application/problem+json"}, body.encode()
    return answer


def _untouched(request: str, answer: Answer) -> Answer:
    assert request

    return answer


def _customers(url: str) -> Outcome:
    operations = ("^shop_customers_(list|create)$",)
    return fuzz(url, seed=1, examples=20, phases=("fuzzing",), operations=operations, failures=1)


@pytest.mark.parametrize(
    "how", [_with_a_member_more, _without_its_version, _as_plain_json, _forgiving, _unwritten]
)
def test_a_service_that_breaks_its_document_is_noticed(one_of_them: RunningServer, how: Break) -> None:
    with broken(one_of_them.url, how) as url:
        outcome = _customers(url)

    assert not outcome.passed, outcome.output


def test_a_proxy_that_breaks_nothing_changes_nothing(one_of_them: RunningServer) -> None:
    with broken(one_of_them.url, _untouched) as url:
        outcome = _customers(url)

    assert outcome.passed, outcome.output


def test_an_action_that_nobody_has_written_keeps_the_document(service: RunningServer) -> None:
    operations = ("^shop_actions_",)

    with broken(service.url, _unwritten) as url:
        outcome = fuzz(url, seed=1, examples=5, phases=("fuzzing",), operations=operations)

    assert outcome.passed, outcome.output
