"""The JSON Schema and the reader agree, because both go by the same tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from stackwright.ontology import OntologyError, source
from stackwright.ontology.grammar import PARTS, WORDS
from stackwright.ontology.loading import sources_of
from stackwright.ontology.schema import json_schema

from tests.models.strategies import parsed_models
from tests.unit.problems.test_problems import FOLDERS, HERE

ROOT = Path(__file__).parents[3]
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# Mistakes of shape: the rest is about names, types and meaning, which a schema does not see.
SHAPE = {"SW012", "SW020", "SW021", "SW022", "SW023", "SW038", "SW204", "SW304"}
SHORT = {"SW023-unknown-on-delete"}  # a mistake inside the text of a short form


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("folder", ["examples/shop", "tests/models/museum"])
def test_the_schema_accepts_valid_models(folder: str) -> None:
    for tree in source.parse(sources_of(ROOT / folder)).values():
        assert [error.message for error in VALIDATOR.iter_errors(_plain(tree))] == []


# A busy machine draws slowly; what is drawn is what counts.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parsed_models())
def test_the_schema_accepts_whatever_the_strategies_draw(files: dict[str, Any]) -> None:
    for tree in files.values():
        assert VALIDATOR.is_valid(_plain(tree))


@pytest.mark.parametrize("folder", [name for name in FOLDERS if name[:5] in SHAPE and name not in SHORT])
def test_the_schema_refuses_what_has_the_wrong_shape(folder: str) -> None:
    trees = source.parse(sources_of(HERE / folder))

    assert not all(VALIDATOR.is_valid(_plain(tree)) for tree in trees.values())


@pytest.mark.parametrize(
    "folder", [name for name in FOLDERS if name.startswith("SW") and name[:5] >= "SW104"]
)
def test_the_schema_refuses_no_mistake_of_meaning_for_its_shape(folder: str) -> None:
    if folder[:5] in SHAPE:
        return
    try:
        trees = source.parse(sources_of(HERE / folder))
    except OntologyError:
        return

    assert all(VALIDATOR.is_valid(_plain(tree)) for tree in trees.values())


def test_every_key_of_the_reader_is_in_the_schema_and_no_other() -> None:
    definitions: Any = SCHEMA["definitions"]

    for part, keys in PARTS.items():
        told: Any = SCHEMA if part == "ontology" else definitions[part]
        assert set(told["properties"]) == set(keys)
        assert set(told.get("required", [])) == {name for name, key in keys.items() if key.required}
    for owner in ("type", "object", "struct", "transition", "event", "input", "result"):
        long = definitions[f"{owner}_field"]["anyOf"][1]
        assert set(long["properties"]) == {name for name, word in WORDS.items() if owner in word.owners}
