"""The models that are compared, as projects of each stack, rendered once in a session."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render
from stackwright.rendering.stacks import load_stacks

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model

REPOSITORY = Path(__file__).resolve().parents[2]
STACKS = tuple(stack.id for stack in load_stacks(REPOSITORY).values() if stack.status == "implemented")
MODELS = {
    "shop": REPOSITORY / "examples/shop",
    "museum": REPOSITORY / "tests/models/museum",
    "conformance": REPOSITORY / "tests/conformance/model",
    "circles": REPOSITORY / "tests/models/circles",
}
SETTINGS = {
    "ENVIRONMENT": "development",
    "SECRET_KEY": "all stacks sign with this one",
    "RELAY": "false",
    "LOG_LEVEL": "WARNING",
}


@functools.cache
def model(name: str) -> Model:
    """Return a model."""
    return load_directory(MODELS[name])


@functools.cache
def project(name: str, stack: str, directory: Path) -> Path:
    """Render a model in a stack into a folder of the directory, and return the folder."""
    folder = directory / f"{name}-{stack}"
    for path, text in render(model(name), Answers(stack=stack, package_name="compared")).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder
