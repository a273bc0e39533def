"""Values that a model allows, for seed data and for rendered tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackwright.ontology import load, load_directory
from stackwright.ontology.patterns import compile_pattern
from stackwright.rendering import Answers, render
from stackwright.rendering.views import samples

from tests.render.conftest import HERE

if TYPE_CHECKING:
    from stackwright.ontology.ir import Object


def car(fields: str) -> Object:
    model = load(
        {"ontology/cars.yml": f"ontology: cars\nobjects:\n  Car: {{fields: {{id: 'uuid, key', {fields}}}}}\n"}
    )
    return next(iter(model.objects()))


def plates(fields: str) -> list[str]:
    return [samples.body(car(fields), number)["plate"] for number in range(samples.HOW_MANY)]


def test_values_that_must_differ_do_whatever_their_pattern_is() -> None:
    pattern = "^[A-Z]{2}-[0-9]{4}$"

    found = plates(f"plate: {{type: string(7), pattern: '{pattern}', unique: true}}")

    assert len(set(found)) == samples.HOW_MANY
    assert all(compile_pattern(pattern).found_in(plate) for plate in found)


def test_an_example_is_the_first_of_them() -> None:
    found = plates("plate: {type: string(7), pattern: '^[A-Z]{2}-[0-9]{4}$', unique: true, example: ZZ-9999}")

    assert found[0] == "ZZ-9999"
    assert len(set(found)) == samples.HOW_MANY


def test_a_word_that_people_use_is_taken_where_one_fits() -> None:
    assert plates("plate: {type: string(2), pattern: '^[A-Z]{2}$'}") == ["NL", "NL", "NL"]


def test_every_object_of_the_clinic_is_tried_and_has_seed_data() -> None:
    model = load_directory(HERE / "examples/clinic")
    kinds = {f"{one.namespace}.{one.name}" for one in model.objects()}

    made = render(model, Answers())

    assert json.loads(made["tests/generated/samples.json"])["objects"].keys() == kinds
    assert {kind: len(rows) for kind, rows in json.loads(made["seed.json"]).items()} == dict.fromkeys(
        kinds, 3
    )
