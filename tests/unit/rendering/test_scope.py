"""What a view and a body may look at."""

from __future__ import annotations

import pytest
from stackwright.ontology.ir import Model
from stackwright.rendering import Answers, Project, Scope, Stack

STACK = Stack(id="s", title="S", framework="f", orm="o", mode="sync", status="implemented")
PROJECT = Project(answers=Answers(), stack=STACK, model=Model(ontologies=()))


@pytest.mark.parametrize("part", ["ontology", "object", "action"])
def test_a_part_that_the_row_does_not_name_is_an_error(part: str) -> None:
    with pytest.raises(LookupError):
        getattr(Scope(project=PROJECT), part)


def test_a_project_without_author_is_held_by_its_authors() -> None:
    assert PROJECT.holder == "the authors of Shop"
    assert not PROJECT.licensed


def test_a_sync_stack_says_neither_async_nor_await() -> None:
    context = Scope(project=PROJECT).context

    assert (context["async"], context["await"]) == ("", "")
