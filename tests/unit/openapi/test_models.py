"""The document of any model that the language allows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from stackwright.ontology import load
from stackwright.rendering.openapi import openapi

from tests.models.strategies import models

if TYPE_CHECKING:
    from collections.abc import Mapping


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(models())
def test_the_document_of_any_model_is_valid(sources: Mapping[str, str]) -> None:
    model = load(sources)

    text = openapi(model, "Title", "Description")

    document = json.loads(text)
    validate(document)
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert openapi(model, "Title", "Description") == text
