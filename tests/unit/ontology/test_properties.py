"""What holds of every model, and of every text that is none."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, Phase, given, settings
from stackwright.ontology import digest, load, source, to_json

from tests.models.checking import told
from tests.models.spoiling import spoilt_texts, spoilt_trees
from tests.models.strategies import models, texts

_SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@_SLOW
@given(models())
def test_a_valid_model_loads_always_alike(sources: dict[str, str]) -> None:
    model = load(sources)

    assert load(dict(reversed(sources.items()))) == model
    assert json.loads(to_json(model))["is"] == "Model"
    assert len(digest(model)) == 64


@_SLOW
@given(models())
def test_a_model_comes_back_from_its_record(sources: dict[str, str]) -> None:
    model, record = load(sources), source.record(sources)

    again = {name: source.to_yaml(tree) for name, tree in source.unrecord(record).items()}

    assert source.load_record(record) == model
    assert load(again) == model
    assert source.record(again) == record


@_SLOW
@given(texts(), texts())
def test_texts_for_people_come_out_as_they_went_in(title: str, description: str) -> None:
    tree = {"ontology": "shop", "title": title, "description": description}

    (shop,) = load({"a": source.to_yaml(tree)}).ontologies

    assert (shop.title, shop.description) == (title, description)


@_SLOW
@given(spoilt_texts())
def test_a_spoilt_text_gives_problems_and_never_an_exception(sources: dict[str, str]) -> None:
    told(sources)


@_SLOW
@given(spoilt_trees())
def test_a_spoilt_tree_gives_problems_and_never_an_exception(sources: dict[str, str]) -> None:
    told(sources)
