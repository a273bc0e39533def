"""Hypothesis strategies for models that somebody has spoilt: their text, or the tree that it is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from stackwright.ontology import source

from tests.models.strategies import models, parsed_models

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = st.sampled_from((
    "ref", "Order", "int", "decimal(12, 2)", "key", "?", "[]", "= 5", ", unique", "string(3)", "{", "}",
    "[", "]", ":", "\n", "  ", "- ", "\t", "'", '"', "&a", "*a", "!!x", "#", "|", ">", "pattern /a/",
    ">= 1", "fields", "objects", "null", "true", "1e99999", "-1", "\\", "\x07", "ä", "%", "@", "---",
    "now", "ontology", "shop", ".", "was x", "auto",
))  # fmt: skip
_ANYTHING = st.recursive(
    st.one_of(_WORDS, st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_WORDS, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def spoilt_texts(draw: st.DrawFn) -> dict[str, str]:
    """Draw a model with stretches of a file's text replaced."""
    sources = draw(models())
    name = draw(st.sampled_from(sorted(sources)))
    text = sources[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(st.one_of(_WORDS, st.text(max_size=3))) + text[stop:]
    return {**sources, name: text}


@st.composite
def spoilt_trees(draw: st.DrawFn) -> dict[str, str]:
    """Draw a model with something in its trees replaced, removed or swapped."""
    files = draw(parsed_models())
    for _ in range(draw(st.integers(1, 3))):
        _spoil(files[draw(st.sampled_from(sorted(files)))], draw)
    return {name: source.to_yaml(tree) for name, tree in files.items()}


def _spoil(tree: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    while True:
        places = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not places:
            return
        place = draw(st.sampled_from(places))
        below = tree[place]
        if isinstance(below, dict | list) and below and draw(st.integers(0, 4)):
            tree = below
            continue
        how = draw(st.sampled_from(("replace", "remove", "swap")))
        other = draw(st.sampled_from(places))
        if how == "remove":
            del tree[place]
        elif how == "swap":
            tree[place], tree[other] = tree[other], tree[place]
        else:
            tree[place] = draw(_ANYTHING)
        return
