"""Short chains of random changes, with rows; `make chains` follows long ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from stackwright.ontology import load

from tests.migrations.chains import World, chain_of, chains
from tests.migrations.following import follow
from tests.migrations.test_cases import combined
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


@pytest.mark.parametrize("chosen", [combined(*one, start) for start, one in enumerate(CHOSEN, start=1)])
def test_a_chain_of_changes_ends_in_the_schema_of_a_fresh_database(
    chosen: tuple[str, Kind, int], tmp_path: Path
) -> None:
    stack, kind, start = chosen

    follow(stack, kind, chain_of(5, start), tmp_path)


@given(chains(20))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_model_of_a_chain_is_valid(chain: list[World]) -> None:
    for world in chain:
        load(world.source())
