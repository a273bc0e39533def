"""The first migrations: every table behind what it refers to, and as few files as there is a way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stackwright.ontology import load, load_directory
from stackwright.rendering.migrations import in_order, scheduled, target_of

from tests.render.conftest import HERE

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model

MODELS = ("examples/shop", "examples/empty", "tests/models/museum", "tests/models/circles")

RING = """
ontology: ring
objects:
  Order:
    fields: {id: "uuid, key", favourite: ref Line?}
  Line:
    key: [order, number]
    fields: {order: ref Order, number: int}
"""

WEST = """
ontology: west
objects:
  Town:
    fields: {id: "uuid, key", twin: ref east.Town?}
  House:
    key: [town, number]
    fields: {town: ref east.Town, number: int}
"""

EAST = """
ontology: east
objects:
  Town:
    fields: {id: "uuid, key", oldest: ref west.House?, streets: "ref west.Town[]"}
  House:
    key: [town, number]
    fields: {town: ref west.Town, number: int}
"""


def model(*sources: str) -> Model:
    return load({f"ontology/m{number}.yml": source for number, source in enumerate(sources)})


def places(model_: Model) -> dict[tuple[str, ...], int]:
    steps = [step.key for migration in scheduled(model_) for step in migration.steps]
    return {key: place for place, key in enumerate(steps)}


def models() -> list[Model]:
    found = [load_directory(HERE / folder) for folder in MODELS]
    return [*found, model(RING), model(WEST, EAST)]


@pytest.mark.parametrize("one", models(), ids=[*MODELS, "ring", "twins"])
def test_nothing_is_made_before_what_it_needs(one: Model) -> None:
    place = places(one)

    for thing in one.objects():
        made = place["make", thing.namespace, thing.name, ""]
        for field in thing.fields:
            step = (thing.namespace, thing.name, field.name)
            kinds = [kind for kind in ("refer", "link", "join") if (kind, *step) in place]
            if field.many:
                assert kinds == ["link", "join"]
                target = target_of(field)
                needed = place["make", target.namespace, target.name, ""]
                assert max(made, needed) < place["link", *step] < place["join", *step]
            elif kinds:
                target = target_of(field)
                assert place["make", target.namespace, target.name, ""] < place["refer", *step]
                assert field.optional


@pytest.mark.parametrize("one", models(), ids=[*MODELS, "ring", "twins"])
def test_a_migration_comes_behind_those_that_it_depends_on(one: Model) -> None:
    done: list[tuple[str, str]] = []

    for migration in scheduled(one):
        assert set(migration.dependencies) <= set(done)
        done.append((migration.ontology.name, migration.name))


def test_one_migration_an_ontology_is_enough_where_they_do_not_refer_in_circles() -> None:
    museum = load_directory(HERE / "tests/models/museum")

    assert [(one.ontology.name, one.name, one.dependencies) for one in scheduled(museum)] == [
        ("museum", "0001_initial", ()),
        ("tickets", "0001_initial", (("museum", "0001_initial"),)),
    ]


def test_ontologies_that_refer_to_each_other_take_turns() -> None:
    made = [(one.ontology.name, one.name) for one in scheduled(model(WEST, EAST))]

    assert sorted(made) == [
        ("east", "0001_initial"),
        ("east", "0002_initial"),
        ("west", "0001_initial"),
    ]


def test_what_is_required_comes_first_and_what_is_optional_waits() -> None:
    ring = model(RING)

    assert [one.name for one in in_order(ring.objects())] == ["Order", "Line"]
    assert ("refer", "ring", "Order", "favourite") in places(ring)
