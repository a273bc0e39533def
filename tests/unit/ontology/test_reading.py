"""YAML as we read it: exact, without surprises, and never for long."""

from __future__ import annotations

import pytest
from stackwright.ontology import OntologyError, load


def told(text: str) -> list[tuple[str, int, int, str]]:
    """The problems of a text: code, line and column from 1, message."""
    with pytest.raises(OntologyError) as caught:
        load({"ontology/shop.yml": text})
    return [(one.code, one.at.line + 1, one.at.column + 1, one.message) for one in caught.value.problems]


def test_aliases_that_multiply_are_stopped() -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    found = told("\n".join(lines))

    assert ("SW007", "more than 2000000 values") in [(code, message) for code, *_, message in found]


def test_an_alias_stands_for_what_it_names() -> None:
    shared = load({"a": "ontology: shop\nenums:\n  One: &values [a, b]\n  Two: *values\n"})

    one, two = shared.ontologies[0].enums
    assert one.values == two.values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ontology: shop\n\ttitle: x\n", ("SW003", 2, 1, "a tab in the indentation")),
        ("ontology: shop\nenums:\n  \tA: [b]\n", ("SW003", 3, 3, "a tab in the indentation")),
        ("ontology: shop\ntitle: !x y\n", ("SW006", 2, 8, "the tag '!x' has no meaning here")),
        ("ontology: shop\nontology: store\n", ("SW002", 2, 1, "the key 'ontology' is given twice")),
        ("- ontology\n", ("SW022", 1, 1, "expected a mapping and found a list")),
        ("ontology: shop\n---\nontology: store\n", ("SW009", 2, 1, "a model file holds one document")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(text: str, expected: tuple[str, int, int, str]) -> None:
    assert told(text) == [expected]


def test_tabs_in_texts_and_comments_are_no_indentation() -> None:
    model = load({"a": 'ontology: shop\n# a\tcomment\ndescription: |\n  one\n  \ttwo\ntitle: "a\tb"\n'})

    assert model.ontologies[0].description == "one\n\ttwo\n"
