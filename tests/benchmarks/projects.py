"""Rendered projects on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology import load
from stackwright.rendering import Answers, render

from tests.benchmarks.models import shop_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(files: Mapping[str, str], directory: Path) -> None:
    """Write files, by path and text."""
    for path, text in files.items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def rendered_shop(directory: Path, stack: str) -> Path:
    """Render the shop of the examples into a folder that is named after the stack, and return that."""
    project = directory / stack
    write(render(load(shop_sources()), Answers(stack=stack)), project)
    return project
