"""Short chains of random changes, with rows; `make chains` follows long ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from stackwright.ontology import load

from tests.databases import marked
from tests.migrations.chains import World, chain_of, chains
from tests.migrations.following import follow
from tests.schema.projects import STACKS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.databases import Kind

# Every stack, and every tool on every database.
CHOSEN: tuple[tuple[str, Kind], ...] = (
    *((stack, "sqlite") for stack in STACKS),
    ("fastapi_sqlalchemy", "postgresql"),
    ("flask_sqlmodel", "mariadb"),
    ("django", "postgresql"),
    ("django", "mariadb"),
)


@pytest.mark.parametrize(
    ("kind", "stack", "start"),
    [
        pytest.param(*marked(kind).values, stack, start, id=f"{stack}-{kind}", marks=marked(kind).marks)
        for start, (stack, kind) in enumerate(CHOSEN, start=1)
    ],
)
def test_a_chain_of_changes_ends_in_the_schema_of_a_fresh_database(
    kind: str, stack: str, start: int, tmp_path: Path
) -> None:
    follow(stack, cast("Kind", kind), chain_of(5, start), tmp_path)


@given(chains(20))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_model_of_a_chain_is_valid(chain: list[World]) -> None:
    for world in chain:
        load(world.source())
