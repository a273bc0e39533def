"""The committed examples are what the renderer makes, without Copier (`tests/examples` holds the rest)."""

from __future__ import annotations

import pytest
from stackwright.ontology import load_directory
from stackwright.project import recorded_answers
from stackwright.rendering import files

from tests.examples.rendering import EXAMPLES, Example


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_holds_what_is_rendered_now(example: Example) -> None:
    made = files(load_directory(example.folder), recorded_answers(example.folder / ".copier-answers.yml"))

    differing = [
        path
        for path, file in made.items()
        if path not in example.own and (example.folder / path).read_bytes() != file.text.encode()
    ]

    assert differing == []
