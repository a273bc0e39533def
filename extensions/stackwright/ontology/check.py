"""All rules that a model is held against, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Ontology
    from stackwright.ontology.problems import Problem

RULES: tuple[Callable[[Draft, list[Ontology]], Iterator[Problem]], ...] = ()
