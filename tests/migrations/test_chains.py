"""A short chain of random changes, with rows; `python -m tests.migrations` follows long ones."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stackwright.ontology import load

from tests.databases import KINDS, marked
from tests.migrations.chains import World, chains
from tests.migrations.following import follow

if TYPE_CHECKING:
    from tests.databases import Kind

ONCE = settings(
    max_examples=2,
    phases=[Phase.generate],
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_a_chain_of_changes_ends_in_the_schema_of_a_fresh_database(kind: str) -> None:
    drawn: list[object] = []

    @ONCE
    @given(chains(3))
    def followed(chain: list[World]) -> None:
        drawn.append(chain)
        if len(drawn) == 1:  # the simplest chain there is
            return
        with tempfile.TemporaryDirectory() as directory:
            follow("flask_sqlmodel", cast("Kind", kind), chain, Path(directory))

    followed()


@given(chains(20))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_model_of_a_chain_is_valid(chain: list[World]) -> None:
    for world in chain:
        load(world.source())
