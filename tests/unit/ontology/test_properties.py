"""What holds of every model, and of every text that is none."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stackwright.ontology import OntologyError, digest, load, source, to_json

from tests.models.strategies import models, parsed_models, texts

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


_WORDS = st.sampled_from((
    "ref", "Order", "int", "decimal(12, 2)", "key", "?", "[]", "= 5", ", unique", "string(3)", "{", "}",
    "[", "]", ":", "\n", "  ", "- ", "\t", "'", '"', "&a", "*a", "!!x", "#", "|", ">", "pattern /a/",
    ">= 1", "fields", "objects", "null", "true", "1e99999", "-1", "\\", "\x07", "ä", "%", "@", "---",
    "now", "ontology", "shop", ".", "was x", "auto",
))  # fmt: skip


@_SLOW
@given(models(), st.data())
def test_a_spoilt_text_gives_problems_and_never_an_exception(
    sources: dict[str, str], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(sources)))
    text = sources[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.one_of(_WORDS, st.text(max_size=3))) + text[stop:]

    _tells({**sources, name: text})


_ANYTHING = st.recursive(
    st.one_of(_WORDS, st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_WORDS, inner, max_size=3)),
    max_leaves=6,
)


@_SLOW
@given(parsed_models(), st.data())
def test_a_spoilt_tree_gives_problems_and_never_an_exception(
    files: dict[str, Any], data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(files[data.draw(st.sampled_from(sorted(files)))], data)

    _tells({name: source.to_yaml(tree) for name, tree in files.items()})


def _spoil(tree: Any, data: st.DataObject) -> None:
    """Replace, remove or swap something somewhere in a tree."""
    while True:
        places = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not places:
            return
        place = data.draw(st.sampled_from(places))
        below = tree[place]
        if isinstance(below, dict | list) and below and data.draw(st.integers(0, 4)):
            tree = below
            continue
        how = data.draw(st.sampled_from(("replace", "remove", "swap")))
        other = data.draw(st.sampled_from(places))
        if how == "remove":
            del tree[place]
        elif how == "swap":
            tree[place], tree[other] = tree[other], tree[place]
        else:
            tree[place] = data.draw(_ANYTHING)
        return


def _tells(sources: dict[str, str]) -> None:
    """Load or be told; the report can be shown, and a model that loads survives its record."""
    try:
        model = load(sources)
    except OntologyError as error:
        told = error
    else:
        assert source.load_record(source.record(sources)) == model
        assert digest(model)
        return

    assert told.problems
    assert str(told).endswith(("file", "files"))
