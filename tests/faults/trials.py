"""The ways to break a shop, each with how often it is done for the figures and for a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tests.databases import KINDS, SERVERS
from tests.faults.kills import killed_under_load
from tests.faults.pools import exhausted_pool
from tests.faults.races import equal_keys, racing_transitions
from tests.faults.restarts import restarted_database
from tests.faults.shops import Shop, opened
from tests.faults.stops import stopped_under_load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.databases import Kind
    from tests.faults.findings import Finding

Extent = Literal["full", "short"]
FULL: Extent = "full"
SHORT: Extent = "short"
_STOCK = 100


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to break a shop, on the kinds of database where it means something."""

    run: Callable[[Path, Path, Kind, Extent], list[Finding]]
    kinds: tuple[Kind, ...]


def _on_a_shop(work: Callable[[Shop, int], list[Finding]], times: dict[Extent, int], orders: int) -> Trial:
    def run(project: Path, directory: Path, kind: Kind, extent: Extent) -> list[Finding]:
        with opened(project, directory, kind, orders=orders) as shop:
            return work(shop, times[extent])

    return Trial(run, KINDS)


def _restarts(project: Path, directory: Path, kind: Kind, extent: Extent) -> list[Finding]:
    return restarted_database(project, directory, kind, {FULL: 4, SHORT: 1}[extent])


TRIALS = {
    # An order of its own for each buyer: what lies there before would look like a duplicate.
    "kills": _on_a_shop(killed_under_load, {FULL: 20, SHORT: 2}, 0),
    "restarts": Trial(_restarts, SERVERS),
    "transitions": _on_a_shop(racing_transitions, {FULL: 20, SHORT: 2}, _STOCK),
    "keys": _on_a_shop(equal_keys, {FULL: 20, SHORT: 2}, _STOCK),
    "pools": _on_a_shop(exhausted_pool, {FULL: 8, SHORT: 3}, _STOCK),
    "stops": _on_a_shop(stopped_under_load, {FULL: 10, SHORT: 1}, _STOCK),
}
