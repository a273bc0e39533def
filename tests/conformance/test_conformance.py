"""Every case on every stack and database; a test per case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.cases import cases, gaps
from tests.conformance.playing import play
from tests.conformance.project import STACKS, served
from tests.databases import KINDS, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.cases import Case
    from tests.servers import RunningServer


@pytest.fixture(scope="session", params=[marked(kind) for kind in KINDS])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session", params=STACKS)
def service(
    request: pytest.FixtureRequest, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    directory = tmp_path_factory.mktemp("conformance")
    with served(request.param, kind, directory) as server:  # type: ignore[arg-type]
        yield server


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases()])
def test_the_service_keeps_the_contract(
    case: Case, service: RunningServer, kind: str, request: pytest.FixtureRequest
) -> None:
    reason = gaps().get((case.name, request.node.callspec.params["service"], kind))
    if reason is not None:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))

    play(case, service.url)
