"""What all tests share: database servers that are absent leave their tests out, and are named at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.databases import SERVERS, absence, servers_are_demanded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind

_LEFT_OUT: pytest.StashKey[dict[Kind, tuple[str, int]]] = pytest.StashKey()


@pytest.fixture(scope="session", autouse=True)
def one_cache_of_mypy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let rendered projects share what mypy knows of their libraries; it finds what differs by content."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))
        yield


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks, so that a misspelt one is an error under `--strict-markers`."""
    config.stash[_LEFT_OUT] = {}
    for kind in SERVERS:
        config.addinivalue_line("markers", f"{kind}: needs a {kind} server (see tests/databases.py)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of absent servers, unless `STACKWRIGHT_DEMAND_SERVERS=1`."""
    if servers_are_demanded():
        return
    for kind in SERVERS:
        needing = [item for item in items if item.get_closest_marker(kind)]
        reason = absence(kind) if needing else None
        if reason:
            config.hook.pytest_deselected(items=needing)
            items[:] = [item for item in items if item not in needing]
            config.stash[_LEFT_OUT][kind] = (str(reason), len(needing))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what was left out from a worker of pytest-xdist to the process that prints the summary."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = session.config.stash[_LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take it there; every worker collects everything, so all of them say the same."""
    node.config.stash[_LEFT_OUT].update(getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name each absent server in a line of its own, with the number of tests that were left out."""
    for kind, (reason, count) in config.stash[_LEFT_OUT].items():
        terminalreporter.write_line(f"{count} tests of {kind} were left out: {reason}", yellow=True)
