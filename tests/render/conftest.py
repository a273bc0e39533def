"""Models and projects that these tests share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, File, files
from stackwright.rendering.stacks import load_stacks

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model

HERE = Path(__file__).resolve().parents[2]
READY = [stack.id for stack in load_stacks(HERE).values() if stack.status == "implemented"]


@pytest.fixture(scope="session")
def shop() -> Model:
    return load_directory(HERE / "examples/shop")


@pytest.fixture(scope="session", params=READY)
def rendered(request: pytest.FixtureRequest, shop: Model) -> dict[str, File]:
    """The shop in each stack."""
    return files(shop, Answers(stack=request.param))
