"""What is the same in every stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.render.conftest import HERE, READY

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model


@pytest.mark.parametrize("stack", READY[1:])
def test_the_document_of_the_api_is_the_same(shop: Model, stack: str) -> None:
    for model in (shop, load_directory(HERE / "tests/conformance/model")):
        first = render(model, Answers(stack=READY[0]))["openapi.json"]
        assert render(model, Answers(stack=stack))["openapi.json"] == first
